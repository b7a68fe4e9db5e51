/** An upload that is not taken as evidence, with the reason that the gate shows. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
