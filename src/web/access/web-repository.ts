/** A repository on which the app is installed. */
export interface WebRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly installation: number;
}
