import { z } from 'zod';

/** One place in a method's input, found in its schema. */
export interface InputField {
  readonly path: readonly (string | number)[];
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean';
  /** All kinds the place takes; more than one in a union. */
  readonly kinds: readonly string[];
  readonly maxItems: number | null;
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly maxItems?: number;
}

/** Every place of an input, the input itself first. */
export function inputFields(schema: z.ZodType): readonly InputField[] {
  return fieldsOf([z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema], []);
}

function fieldsOf(schemas: readonly JsonSchema[], path: readonly (string | number)[]): readonly InputField[] {
  const variants = schemas.flatMap((schema) => schema.anyOf ?? schema.oneOf ?? [schema]);
  const kinds = variants.map(kindOf);
  return variants.flatMap((schema) => {
    const kind = kindOf(schema);
    if (kind === null) return [];
    const own: InputField = { path, kind, kinds: kinds.map(String), maxItems: schema.maxItems ?? null };
    if (kind === 'array') return [own, ...fieldsOf([schema.items ?? {}], [...path, 0])];
    if (kind !== 'object') return [own];
    return [own, ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) => fieldsOf([property], [...path, key]))];
  });
}

function kindOf(schema: JsonSchema): InputField['kind'] | null {
  const type = schema.type ?? typeof (schema.enum?.[0] ?? schema.const);
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'object' || type === 'array' || type === 'string' || type === 'boolean' ? type : null;
}

/** An input with one value at one place and nothing else. */
export function inputWith(path: readonly (string | number)[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value);
}
