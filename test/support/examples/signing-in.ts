import { addMember, freshCode, PASSWORD, signIn, type Member } from '../accounts.js';
import { codeAt } from '../codes.js';
import type { Prepared, Stage } from './stage.js';

/** What has to stand before an example of signing in, of sessions or of a second factor can be sent. */
export function preparedSigningIn({ world, home }: Stage): Prepared {
  const colleague = () => addMember(world, ['counsellor'], home);
  const session = (member: Member) => signIn(world, member, member.memberships[0]?.id);
  const signedIn = async (member: Member) => world.as({ token: (await session(member)).accessToken });

  return {
    'AuthController.login': async () => ({ as: world.anonymous, put: { email: (await colleague()).email } }),
    'AuthController.secondFactor': async () => {
      const { anonymous, now } = world;
      const { email } = await colleague();
      const { body } = await anonymous.post('/v1/auth/login').send({ email, password: PASSWORD }).expect(200);
      const { pendingToken, secret } = body as { pendingToken: string; secret: string };
      return { as: anonymous, put: { pendingToken, code: codeAt(secret, now) } };
    },
    'AuthController.refresh': async () => {
      const { refreshToken } = await session(await colleague());
      return { as: world.anonymous, put: { refreshToken } };
    },
    'SecondFactorController.stepUp': async () => {
      const member = await colleague();
      return { as: await signedIn(member), put: { code: await freshCode(world, member) } };
    },
    'SecondFactorController.confirm': async () => {
      const as = await signedIn(await colleague());
      const { body } = await as.post('/v1/me/second-factor').expect(201);
      return { as, put: { code: codeAt((body as { secret: string }).secret, world.now) } };
    },
    'MeController.switch': async () => {
      const member = await addMember(world, ['counsellor', 'coordinator']);
      return { as: await signedIn(member), put: { membershipId: member.memberships[1]?.id } };
    },
    'MeController.password': async () => ({ as: await signedIn(await colleague()) }),
  };
}
