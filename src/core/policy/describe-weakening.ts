import type { Locale } from '../playbook/text-schema.ts';
import type { Weakening, WeakeningKind } from './weakening.ts';

const words: Record<WeakeningKind, Record<Locale, string>> = {
  'floor-lower': { en: 'a lower coverage floor', es: 'un piso de cobertura más bajo' },
  'total-lower': { en: 'a laxer total coverage', es: 'una cobertura total menos exigente' },
  'tolerance-wider': { en: 'a wider tolerance', es: 'una tolerancia más amplia' },
  'carry-longer': { en: 'older evidence that stands in', es: 'evidencia más antigua que sustituye a la que falta' },
  'criterion-off': { en: 'a criterion switched off', es: 'un criterio desactivado' },
  'criterion-later': { en: 'a criterion that binds later', es: 'un criterio que obliga más tarde' },
  'criterion-easier': { en: 'a criterion that is easier to meet', es: 'un criterio más fácil de cumplir' },
  'validity-longer': { en: 'a longer validity', es: 'una vigencia más larga' },
  'tier-lower': { en: 'a less critical tier', es: 'un nivel menos crítico' },
  'authority-loosened': { en: 'an authority that is easier to satisfy', es: 'una autoridad más fácil de reunir' },
  'name-added': { en: 'further people who may sign', es: 'más personas que pueden firmar' },
  'schedule-later': { en: 'a schedule moved later', es: 'un calendario más tardío' },
  'component-removed': { en: 'a component removed', es: 'un componente eliminado' },
  'component-narrowed': { en: 'a component that covers fewer paths', es: 'un componente que abarca menos rutas' },
  'component-kind': { en: 'a component of another kind', es: 'un componente de otro tipo' },
  'upload-dropped': { en: 'an expected upload dropped', es: 'una carga de evidencia que ya no se espera' },
  'product-dropped': { en: 'a product type dropped', es: 'un tipo de producto retirado' },
  'regulation-dropped': { en: 'a regulation dropped', es: 'una regulación retirada' },
  'enforce-lower': { en: 'a gate that binds less', es: 'una compuerta que obliga menos' },
  'gate-dropped': { en: 'a gate dropped', es: 'una compuerta retirada' },
  'release-narrowed': { en: 'fewer pull requests count as releases, or for less', es: 'menos pull requests cuentan como liberaciones, o con menos exigencia' },
  'branches-narrowed': { en: 'gates on fewer branches', es: 'compuertas en menos ramas' },
  'environment-dropped': { en: 'an environment that waits for something else', es: 'un ambiente que espera otra cosa' },
  'evidence-loosened': { en: 'evidence from more sources', es: 'evidencia de más orígenes' },
  'independence-loosened': { en: 'less independence of those who sign', es: 'menos independencia de quien firma' },
  'void-loosened': { en: 'a sign-off that counts for longer', es: 'una firma que cuenta por más tiempo' },
  'unplanned-loosened': { en: 'more work without a plan', es: 'más trabajo sin plan' },
  'freeze-shortened': { en: 'a freeze shortened or lifted', es: 'un congelamiento acortado o levantado' },
  'parameter-changed': { en: 'a threshold changed', es: 'un umbral modificado' },
  'checkpoint-dropped': { en: 'a checkpoint dropped', es: 'un punto de control retirado' },
  'seed-owner-added': { en: 'further authors whose issues count as seeded', es: 'más autores cuyos issues cuentan como sembrados' },
  'rule-lifted': { en: 'a rule of the organisation lifted', es: 'una regla de la organización levantada' },
};

/** A weakening on one line, without Markdown: what it is, and the value before and after. */
export function describeWeakening(weakening: Weakening, locale: Locale): string {
  const none = locale === 'es' ? '(nada)' : '(none)';
  return `${words[weakening.kind][locale]}: ${weakening.from || none} → ${weakening.to || none}`;
}
