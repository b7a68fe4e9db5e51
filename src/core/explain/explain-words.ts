import type { Locale } from '../playbook/text-schema.ts';
import type { ConfigLayer } from '../policy/policy.ts';

interface ExplainWords {
  readonly smallest: (count: number) => string;
  readonly nothing: string;
  readonly who: (who: string) => string;
  readonly subjects: (titles: string, more: number) => string;
  readonly look: string;
  readonly first: string;
  readonly restsOn: string;
  readonly whole: string;
  readonly unset: string;
  readonly from: Readonly<Record<ConfigLayer, string>>;
  readonly locked: string;
  readonly machine: string;
  readonly team: string;
  readonly configuration: string;
  readonly signer: string;
  readonly nobody: (authority: string) => string;
  /** The reason of a supposed decision. */
  readonly supposed: string;
  readonly stays: string;
  readonly unchanged: string;
  readonly decisionsSupposed: string;
}

/** Words of `sprintgate explain` and `simulate`. */
export const explainWords: Readonly<Record<Locale, ExplainWords>> = {
  en: {
    smallest: (count) => (count === 1 ? 'One action is enough:' : `The smallest set of actions that makes it pass (${count}):`),
    nothing: 'Nothing to do.',
    who: (who) => `who: ${who}`,
    subjects: (titles, more) => `for: ${titles}${more > 0 ? `, and ${more} more` : ''}`,
    look: 'this could not be read here; more may be asked once it is',
    first: 'then they still have to sign',
    restsOn: 'It rests on:',
    whole: 'Everything that was looked at',
    unset: 'not set',
    from: { playbook: 'the playbook or a default', organisation: 'the organisation’s file', repository: 'this repository’s file' },
    locked: 'locked by the organisation',
    machine: 'nobody; a workflow is still at work',
    team: 'whoever works on the change',
    configuration: 'whoever keeps .github/sprintgate.yml',
    signer: 'somebody with authority',
    nobody: (authority) => `nobody yet: authorities.${authority} is not set`,
    supposed: 'supposed',
    stays: 'stays as it is',
    unchanged: 'Nothing changes.',
    decisionsSupposed: 'Who signed so far could not be read here: both sides suppose that nobody has.',
  },
  es: {
    smallest: (count) => (count === 1 ? 'Basta una acción:' : `El menor conjunto de acciones con el que pasa (${count}):`),
    nothing: 'No hay nada que hacer.',
    who: (who) => `quién: ${who}`,
    subjects: (titles, more) => `para: ${titles}${more > 0 ? `, y ${more} más` : ''}`,
    look: 'aquí no se pudo leer; puede que entonces se pida más',
    first: 'después aún tienen que firmar',
    restsOn: 'Se apoya en:',
    whole: 'Todo lo que se revisó',
    unset: 'sin definir',
    from: { playbook: 'el playbook o un valor por omisión', organisation: 'el archivo de la organización', repository: 'el archivo de este repositorio' },
    locked: 'bloqueado por la organización',
    machine: 'nadie; un workflow aún trabaja',
    team: 'quien trabaja en el cambio',
    configuration: 'quien lleva .github/sprintgate.yml',
    signer: 'alguien con autoridad',
    nobody: (authority) => `aún nadie: falta definir authorities.${authority}`,
    supposed: 'supuesto',
    stays: 'sigue igual',
    unchanged: 'Nada cambia.',
    decisionsSupposed: 'Aquí no se pudo leer quién ha firmado: ambos lados suponen que nadie.',
  },
};
