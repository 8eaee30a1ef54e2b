import { getMetadataStorage, ValidationTypes } from 'class-validator';

type Holds = (value: unknown) => unknown;

interface FieldPlan {
  readonly name: string;
  /** All of these, or nothing is asked of the field. */
  readonly isAsked: readonly ((object: object, value: unknown) => unknown)[];
  readonly rules: readonly Holds[];
  readonly hasParts: boolean;
}

interface Plan {
  readonly names: ReadonlySet<string>;
  readonly fields: readonly FieldPlan[];
}

const plans = new Map<unknown, Plan | undefined>();

/**
 * Whether class-validator would have nothing to say about this input. It looks its rules up anew for every object; here
 * they are put together once a class. What is not accepted here is for class-validator to judge, and to put into words.
 */
export function isAccepted(input: object): boolean {
  const plan = planOf(input.constructor);
  if (!plan || !Object.keys(input).every((name) => plan.names.has(name))) return false;
  return plan.fields.every((field) => isFieldAccepted(field, input, (input as Record<string, unknown>)[field.name]));
}

function isFieldAccepted({ isAsked, rules, hasParts }: FieldPlan, input: object, value: unknown): boolean {
  if (!isAsked.every((asks) => asks(input, value))) return true;
  return rules.every((holds) => holds(value) === true) && (!hasParts || value === undefined || arePartsAccepted(value));
}

function arePartsAccepted(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => !Array.isArray(item) && arePartsAccepted(item));
  return value instanceof Object && isAccepted(value);
}

function planOf(of: unknown): Plan | undefined {
  if (!plans.has(of)) plans.set(of, newPlan(of as new () => object));
  return plans.get(of);
}

type Said = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/** Nothing for a class without rules, or with one of a kind that is not known here. */
function newPlan(of: new () => object): Plan | undefined {
  const said = getMetadataStorage().getTargetValidationMetadatas(of, '', false, false);
  const names = new Set(said.map(({ propertyName }) => propertyName));
  if (names.size === 0 || !said.every(isKnown)) return undefined;
  const fields = [...names].map((name) =>
    fieldPlan(
      name,
      said.filter(({ propertyName }) => propertyName === name),
    ),
  );
  return { names, fields };
}

function fieldPlan(name: string, said: Said): FieldPlan {
  const ofType = (type: string) => said.filter((each) => each.type === type);
  return {
    name,
    isAsked: ofType(ValidationTypes.CONDITIONAL_VALIDATION).map(({ constraints }) => constraints[0] as () => unknown),
    rules: ofType(ValidationTypes.CUSTOM_VALIDATION).flatMap(({ constraintCls }) =>
      getMetadataStorage()
        .getTargetValidatorConstraints(constraintCls)
        .map(
          ({ instance }): Holds =>
            (value) =>
              instance.validate(value),
        ),
    ),
    hasParts: ofType(ValidationTypes.NESTED_VALIDATION).length > 0,
  };
}

const KNOWN: readonly string[] = [
  ValidationTypes.CONDITIONAL_VALIDATION,
  ValidationTypes.CUSTOM_VALIDATION,
  ValidationTypes.NESTED_VALIDATION,
];

const isKnown = ({ type, each, validateIf }: Said[number]): boolean =>
  KNOWN.includes(type) && validateIf === undefined && (!each || type === ValidationTypes.NESTED_VALIDATION);
