/** Lets a parameter decorator write into the OpenAPI document what it reads, so that nobody has to say it twice. */
export const documents =
  (...decorators: readonly MethodDecorator[]): ParameterDecorator =>
  (target, key) => {
    if (key === undefined) return;
    const method = Object.getOwnPropertyDescriptor(target, key);
    if (method) for (const decorate of decorators) decorate(target, key, method);
  };
