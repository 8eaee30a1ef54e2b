import type { Sentence } from '../../kernel/refusal.js';
import { OF_ADMISSIONS } from './sentences-of-admissions.js';
import { KEEPING } from './sentences-of-keeping.js';
import { LINKS } from './sentences-of-links.js';
import { OWN_PAGES } from './sentences-of-own-pages.js';
import { OF_REFERRALS } from './sentences-of-referrals.js';
import { OF_THE_LINE } from './sentences-of-the-line.js';

type Sentences = Readonly<Record<string, Sentence>>;

const says = (en: string, fr: string): Sentence => ({ en, fr });

const people: Sentences = {
  'organisation.registered': says('Brought an organisation in.', 'A inscrit une organisation.'),
  'organisation.changed': says('Changed an organisation.', 'A modifié une organisation.'),
  'staff.added': says('Added a member of the staff.', 'A ajouté un membre du personnel.'),
  'staff.changed': says('Changed the entry of a member of the staff.', 'A modifié la fiche d’un membre du personnel.'),
  'staff.disabled': says('Closed somebody’s way in.', 'A fermé l’accès d’une personne.'),
  'staff.enabled': says('Opened somebody’s way in again.', 'A rouvert l’accès d’une personne.'),
  'membership.started': says('Gave somebody a role.', 'A donné un rôle à une personne.'),
  'membership.role_changed': says('Changed somebody’s role.', 'A changé le rôle d’une personne.'),
  'membership.ended': says('Ended somebody’s role.', 'A mis fin au rôle d’une personne.'),
  'session.started': says('Signed in.', 'A ouvert une session.'),
  'session.ended': says('Ended a session.', 'A mis fin à une session.'),
  'session.membership_switched': says('Went on in another role.', 'A poursuivi dans un autre rôle.'),
  'session.stepped_up': says('Showed a second factor again.', 'A montré de nouveau un second facteur.'),
  'sign_in.second_factor_asked': says(
    'Gave the right password and was asked for a second factor.',
    'A donné le bon mot de passe et devait montrer un second facteur.',
  ),
  'second_factor.not_accepted': says('A code was not accepted.', 'Un code n’a pas été accepté.'),
  'second_factor.code_reused': says('A code came a second time.', 'Un code est arrivé une seconde fois.'),
  'second_factor.recovery_code_used': says('Used a recovery code.', 'A utilisé un code de secours.'),
  'second_factor.begun': says('Began to set up a second factor.', 'A commencé à établir un second facteur.'),
  'second_factor.confirmed': says('Set up a second factor.', 'A établi un second facteur.'),
  'second_factor.recovery_codes_made': says('Was given recovery codes.', 'A reçu des codes de secours.'),
  'second_factor.removed': says('Removed a second factor.', 'A retiré un second facteur.'),
  'second_factor.reset': says(
    'Ended the second factor of a member of the staff.',
    'A mis fin au second facteur d’un membre du personnel.',
  ),
  'session.refresh_token_reused': says(
    'A sign-in token came twice, so the session was ended.',
    'Un jeton de session est arrivé deux fois : la session a été fermée.',
  ),
  'sign_in.membership_asked': says(
    'Gave the right password and was asked for which role.',
    'A donné le bon mot de passe et devait choisir un rôle.',
  ),
  'sign_in.not_accepted': says('A sign-in was not accepted.', 'Une connexion n’a pas été acceptée.'),
  'account.password_changed': says('Chose another password.', 'A choisi un autre mot de passe.'),
  'account.invited': says('Invited somebody to sign up.', 'A invité une personne à s’inscrire.'),
  'account.invitation_accepted': says('Took an invitation.', 'A accepté une invitation.'),
};

const record: Sentences = {
  'client.created': says('Opened your record.', 'A ouvert votre dossier.'),
  'client.read': says('Looked at your record.', 'A consulté votre dossier.'),
  'client.listed': says('Saw you in a list of clients.', 'Vous a vue ou vu dans une liste de personnes.'),
  'clients.listed': says('Looked at a list of clients.', 'A consulté une liste de personnes accompagnées.'),
  'client.found': says('Found you by a search.', 'Vous a trouvée ou trouvé par une recherche.'),
  'record_link.joined': says(
    'Joined this record with another one of yours, as you agreed.',
    'A relié ce dossier à un autre des vôtres, avec votre accord.',
  ),
  'record_link.parted': says('Parted this record from another one.', 'A séparé ce dossier d’un autre.'),
  'record_link.read': says('Looked at a link between two records.', 'A regardé un lien entre deux dossiers.'),
  'record_link.listed': says('Looked at which records are joined.', 'A regardé quels dossiers sont reliés.'),
  'record_link.previewed': says(
    'Looked at what two records would be together.',
    'A regardé ce que deux dossiers seraient ensemble.',
  ),
  'possible_duplicate.listed': says(
    'Saw your name among records that may be one person’s.',
    'A vu votre nom parmi des dossiers qui pourraient être d’une même personne.',
  ),
  'possible_duplicate.set_aside': says(
    'Noted that two records are to stay apart.',
    'A noté que deux dossiers doivent rester séparés.',
  ),
  'client.hinted': says(
    'Was told that your record may be there already.',
    'A su que votre dossier existait peut-être déjà.',
  ),
  'client.changed': says('Changed your record.', 'A modifié votre dossier.'),
  'clients.searched': says('Searched for a client.', 'A cherché une personne accompagnée.'),
  'name.read': says('Looked at your names.', 'A consulté vos noms.'),
  'name.added': says('Added one of your names.', 'A ajouté un de vos noms.'),
  'name.changed': says('Changed one of your names.', 'A modifié un de vos noms.'),
  'name.ended': says('Put one of your names aside.', 'A retiré un de vos noms.'),
  'channel.read': says('Looked at how you may be reached.', 'A consulté comment vous joindre.'),
  'channel.added': says('Added a way to reach you.', 'A ajouté une façon de vous joindre.'),
  'channel.changed': says('Changed a way to reach you.', 'A modifié une façon de vous joindre.'),
  'channel.ended': says('Put a way to reach you aside.', 'A retiré une façon de vous joindre.'),
  'supporter.read': says('Looked at who stands by you.', 'A consulté qui est à vos côtés.'),
  'supporter.added': says('Added somebody who stands by you.', 'A ajouté une personne à vos côtés.'),
  'supporter.changed': says(
    'Changed the entry of somebody who stands by you.',
    'A modifié la fiche d’une personne à vos côtés.',
  ),
  'supporter.ended': says('Put the entry of a supporter aside.', 'A retiré la fiche d’une personne à vos côtés.'),
  'care_team.read': says('Looked at who works with you.', 'A consulté qui travaille avec vous.'),
  'care_team.joined': says('Put somebody on your team.', 'A ajouté une personne à votre équipe.'),
  'care_team.left': says('Took somebody off your team.', 'A retiré une personne de votre équipe.'),
  'care_team.primary_changed': says('Changed whom you turn to first.', 'A changé à qui vous adresser d’abord.'),
};

const work: Sentences = {
  'contact.logged': says('Wrote down a contact with you.', 'A noté un échange avec vous.'),
  'contact.read': says('Looked at a contact with you.', 'A consulté un échange avec vous.'),
  'contact.versions_read': says(
    'Looked at the earlier versions of a contact.',
    'A consulté les versions antérieures d’un échange.',
  ),
  'contact.amended': says('Amended what was written about a contact.', 'A corrigé la note d’un échange.'),
  'contact.retracted': says('Took a contact back that was noted by mistake.', 'A retiré un échange noté par erreur.'),
  'contact.listed': says('Looked at the list of contacts with you.', 'A consulté la liste des échanges avec vous.'),
  'contact.batch_received': says(
    'A phone sent what had been written down offline.',
    'Un téléphone a transmis des notes prises hors connexion.',
  ),
  'contact.already_saved': says(
    'Sent again a contact that was saved before.',
    'A transmis de nouveau un échange déjà enregistré.',
  ),
  'goal.listed': says('Looked at your goals.', 'A consulté vos objectifs.'),
  'goal.read': says('Looked at one of your goals.', 'A consulté un de vos objectifs.'),
  'goal.named': says('Wrote down a goal of yours.', 'A noté un de vos objectifs.'),
  'goal.changed': says('Changed what stands about a goal of yours.', 'A modifié un de vos objectifs.'),
  'goal.moved': says('Noted where one of your goals stands.', 'A noté où en est un de vos objectifs.'),
  'goal_step.read': says('Looked at a step towards a goal of yours.', 'A consulté une étape vers un de vos objectifs.'),
  'goal_step.added': says('Added a step towards a goal of yours.', 'A ajouté une étape vers un de vos objectifs.'),
  'goal_step.changed': says('Changed a step towards a goal of yours.', 'A modifié une étape vers un de vos objectifs.'),
  'goal_step.moved': says('Noted where a step stands.', 'A noté où en est une étape.'),
  'need.listed': says('Looked at what you need.', 'A consulté vos besoins.'),
  'need.read': says('Looked at one of your needs.', 'A consulté un de vos besoins.'),
  'need.found': says('Wrote down something that you need.', 'A noté un besoin.'),
  'need.changed': says('Changed what stands about a need.', 'A modifié un de vos besoins.'),
  'need.moved': says('Noted where a need of yours stands.', 'A noté où en est un de vos besoins.'),
  'task.opened': says('Wrote down something to do with you.', 'A noté une chose à faire avec vous.'),
  'task.read': says('Looked at something that is to be done.', 'A consulté une chose à faire.'),
  'task.changed': says('Changed something that is to be done.', 'A modifié une chose à faire.'),
  'task.moved': says('Noted where something to be done stands.', 'A noté où en est une chose à faire.'),
  'task.reminded': says('Somebody was reminded of something to do.', 'Une personne a reçu un rappel de chose à faire.'),
  'care_plan.read': says('Looked at your plan.', 'A consulté votre plan.'),
  'care_plan.printed': says('Put your plan on a page to print.', 'A mis votre plan sur une page à imprimer.'),
  'care_plan.changes_read': says(
    'Looked at what changed in your record.',
    'A consulté ce qui a changé dans votre dossier.',
  ),
  'care_plan.sign_offs_read': says('Looked at who signed your plan.', 'A consulté qui a signé votre plan.'),
  'care_plan.signed': says('Signed your plan.', 'A signé votre plan.'),
  'plan_sign_off.read': says('Looked at a signature on your plan.', 'A consulté une signature de votre plan.'),
  'plan_section.read': says('Looked at a part of your plan.', 'A consulté une partie de votre plan.'),
  'plan_section.written': says('Wrote a part of your plan.', 'A rédigé une partie de votre plan.'),
  'plan_section.changed': says('Changed a part of your plan.', 'A modifié une partie de votre plan.'),
  'service.added': says('Added a service to the directory.', 'A ajouté un service au répertoire.'),
  'service.changed': says('Changed a service of the directory.', 'A modifié un service du répertoire.'),
  'service.moved': says('Noted where a service stands.', 'A noté où en est un service.'),
  'service.capacity_confirmed': says('Confirmed how much room a service has.', 'A confirmé la place d’un service.'),
  'service.eligibility_written': says('Wrote down whom a service is for.', 'A noté à qui un service s’adresse.'),
  'service.matched': says('Looked for services that fit you.', 'A cherché des services qui vous conviennent.'),
  'timeline.read': says('Looked at what happened over time.', 'A consulté ce qui s’est passé au fil du temps.'),
};

const privacy: Sentences = {
  'break_glass.opened': says(
    'Opened your record in an emergency, with a reason that is reviewed.',
    'A ouvert votre dossier en urgence, pour un motif qui est examiné.',
  ),
  'break_glass.closed': says(
    'Closed your record again after an emergency.',
    'A refermé votre dossier après une urgence.',
  ),
  'break_glass.reviewed': says(
    'Reviewed whether it was right to open your record in an emergency.',
    'A examiné s’il était juste d’ouvrir votre dossier en urgence.',
  ),
  'break_glass.read': says(
    'Looked at why your record was opened in an emergency.',
    'A consulté pourquoi votre dossier a été ouvert en urgence.',
  ),
  'break_glass.listed': says(
    'Saw in a list that your record was opened in an emergency.',
    'A vu dans une liste que votre dossier a été ouvert en urgence.',
  ),
  'consent.listed': says(
    'Looked at what you agreed to and what you said no to.',
    'A consulté ce à quoi vous avez consenti et ce que vous n’avez pas permis.',
  ),
  'consent.read': says('Looked at one of your consents.', 'A consulté un de vos consentements.'),
  'consent.recorded': says(
    'Wrote down what you agreed to or said no to.',
    'A consigné ce à quoi vous avez consenti ou ce que vous n’avez pas permis.',
  ),
  'consent.moved': says('Noted that one of your consents ended.', 'A noté la fin d’un de vos consentements.'),
  'access.refused': says('Asked for something and was not let in.', 'A demandé un accès qui n’a pas été accordé.'),
  'access_log.read': says('Looked at this list of who looked.', 'A consulté cette liste des accès.'),
  'audit.searched': says(
    'Looked through what was done in the service.',
    'A parcouru ce qui a été fait dans le service.',
  ),
  'audit.listed': says(
    'Saw a line about your record among what was done in the service.',
    'A vu une ligne à propos de votre dossier parmi ce qui a été fait dans le service.',
  ),
  'disclosure.kept': says(
    'Noted that something of your record was given out.',
    'A noté que quelque chose de votre dossier a été communiqué.',
  ),
  'disclosures.read': says(
    'Looked at the list of what was given out.',
    'A consulté la liste de ce qui a été communiqué.',
  ),
};

/**
 * One plain sentence for each event that can stand in the audit: what whoever did it did, said to the client. Who did it
 * stands beside it. A test fails when an event of the code has none.
 */
export const SENTENCES: Sentences = {
  ...people,
  ...record,
  ...work,
  ...privacy,
  ...OWN_PAGES,
  ...LINKS,
  ...KEEPING,
  ...OF_REFERRALS,
  ...OF_THE_LINE,
  ...OF_ADMISSIONS,
};

/** For an event of a version that is not this one: no row is left out because nobody knows its name. */
const UNKNOWN = says(
  'Did something that this version has no words for.',
  'A fait une chose que cette version ne sait pas nommer.',
);

export const sentenceOf = (event: string): Sentence => SENTENCES[event] ?? UNKNOWN;
