/** Una solicitud a `POST /predict`, ya validada. */
export interface PredictionRequest {
  readonly customerId: string;
  readonly features: Readonly<Record<string, number>>;
  readonly explain: boolean;
}

const customerId = /^[A-Z0-9]{10}$/;

/** Lee el cuerpo de una solicitud; el error dice qué campo y qué se esperaba. */
export function readRequest(body: unknown): PredictionRequest {
  if (typeof body !== 'object' || body === null) throw new RangeError('el cuerpo debe ser un objeto');
  const { customer_id: id, features, explain = false } = body as Record<string, unknown>;
  if (typeof id !== 'string' || !customerId.test(id)) throw new RangeError('customer_id debe tener 10 letras mayúsculas o dígitos');
  if (typeof features !== 'object' || features === null) throw new RangeError('features debe ser un objeto de números');
  for (const [name, value] of Object.entries(features))
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError(`features.${name} debe ser un número`);
  if (typeof explain !== 'boolean') throw new RangeError('explain debe ser verdadero o falso');
  return { customerId: id, features: features as Record<string, number>, explain };
}
