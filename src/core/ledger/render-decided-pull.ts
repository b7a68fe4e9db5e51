import type { Decision } from '../people/decision.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { renderVerdictText } from '../report/render-verdict-text.ts';
import { checkState } from '../verdict/conclusion.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { DecidedPull, PostedCheck } from './decided-pull.ts';
import type { KnownMerge } from './merge-facts.ts';
import { renderMerge } from './render-merge.ts';

interface Words {
  readonly unknown: string;
  readonly by: string;
  readonly merged: Readonly<Record<'true' | 'false', string>>;
  readonly decided: (at: string, seq: number, engine: string) => string;
  readonly policy: (digest: string, playbook: string, commit: string) => string;
  readonly open: (gates: string) => string;
  readonly closed: (gates: string) => string;
  readonly idle: (gates: string) => string;
  readonly gates: string;
  readonly checks: string;
  readonly decisions: string;
  readonly commands: string;
  readonly evidence: string;
  readonly none: string;
  readonly as: string;
  readonly until: string;
  readonly because: string;
  readonly comment: string;
  readonly refusedBy: (error: string) => string;
  readonly unanswered: string;
  readonly verified: Readonly<Record<'true' | 'false', string>>;
  readonly accepted: string;
  readonly entry: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    unknown: 'not known',
    by: 'by',
    merged: { true: 'merged when this was decided', false: 'not merged when this was decided' },
    decided: (at, seq, engine) => `Decided ${at}, entry ${seq}, by engine ${engine}`,
    policy: (digest, playbook, commit) => `Policy ${digest} (${playbook}), from commit ${commit}`,
    open: (gates) => `It could be merged: all gates that may hold it back let it through (${gates}).`,
    closed: (gates) => `It could not be merged: held back by ${gates}.`,
    idle: (gates) => `Hold nothing back by the configuration: ${gates}.`,
    gates: 'What was required, and what was seen',
    checks: 'Checks that were posted',
    decisions: 'What people had decided by then',
    commands: 'Commands on it',
    evidence: 'Evidence it rests on',
    none: 'none',
    as: 'as',
    until: 'until',
    because: 'because',
    comment: 'comment',
    refusedBy: (error) => `GitHub refused it: ${error}`,
    unanswered: 'no answer was recorded',
    verified: { true: 'identity verified', false: 'self-reported' },
    accepted: 'accepted',
    entry: 'entry',
  },
  es: {
    unknown: 'desconocido',
    by: 'de',
    merged: { true: 'ya fusionado cuando se decidió', false: 'no fusionado cuando se decidió' },
    decided: (at, seq, engine) => `Decidido ${at}, asiento ${seq}, por el motor ${engine}`,
    policy: (digest, playbook, commit) => `Política ${digest} (${playbook}), del commit ${commit}`,
    open: (gates) => `Se podía fusionar: todos los gates que pueden detenerla la dejaban pasar (${gates}).`,
    closed: (gates) => `No se podía fusionar: la detenía ${gates}.`,
    idle: (gates) => `Según la configuración no detienen nada: ${gates}.`,
    gates: 'Qué se exigía y qué se vio',
    checks: 'Checks publicados',
    decisions: 'Lo que las personas habían decidido hasta entonces',
    commands: 'Comandos en él',
    evidence: 'Evidencia en la que se apoya',
    none: 'ninguno',
    as: 'como',
    until: 'hasta',
    because: 'porque',
    comment: 'comentario',
    refusedBy: (error) => `GitHub lo rechazó: ${error}`,
    unanswered: 'no se registró respuesta',
    verified: { true: 'identidad verificada', false: 'declarada por el propio flujo' },
    accepted: 'aceptado',
    entry: 'asiento',
  },
};

/** Why the gates of a pull request stood as they did, for a terminal. */
export function renderDecidedPull(decided: DecidedPull & { readonly merge: KnownMerge }, locale: Locale): string {
  const say = words[locale];
  const { pull, entry, engine, policy, head, title, author, merged, gates, checks, decisions, commands, evidence } = decided;
  return [
    `#${pull}${title === null ? '' : ` ${clean(title)}`}${author === null ? '' : ` ${say.by} ${author}`}${merged === null ? '' : ` · ${say.merged[`${merged}`]}`}`,
    say.decided(entry.at, entry.seq, engine),
    say.policy((policy.digest ?? say.unknown).slice(0, 16), policy.playbook ?? say.unknown, policy.commit ?? say.unknown),
    `Commit ${head ?? say.unknown}`,
    renderMerge(decided.merge, head, locale),
    '',
    ...standing(gates, say),
    ...section(
      say.gates,
      gates.flatMap(({ verdict }) => renderVerdictText(binding(verdict), locale).split('\n')),
      say,
    ),
    ...section(
      say.checks,
      checks.map((check) => checkLine(check, say)),
      say,
    ),
    ...section(
      say.decisions,
      decisions.map((decision) => decisionLine(decision, say)),
      say,
    ),
    ...section(
      say.commands,
      commands.map(
        ({ entry: seq, at, by, commentId, bodyHash, line, codes }) =>
          `${at} ${by?.login ?? say.unknown} (id ${by?.id ?? say.unknown}), ${say.comment} ${commentId}:${line} (${bodyHash.slice(0, 16)}): ${codes.join(', ') || say.accepted} · ${say.entry} ${seq}`,
      ),
      say,
    ),
    ...section(
      say.evidence,
      evidence.map(
        ({ upload, run, attempt, sha256, verified }) =>
          `${clean(upload)}, run ${run}.${attempt}, ${say.verified[`${verified}`]}, ${sha256?.slice(0, 16) ?? say.unknown}`,
      ),
      say,
    ),
  ].join('\n');
}

/** The answer in a sentence: whether it could be merged, by which gates, and which of them had no say. */
function standing(gates: DecidedPull['gates'], say: Words): string[] {
  const names = (of: DecidedPull['gates']): string => of.map(({ gate }) => gate).join(', ');
  const idle = gates.filter(({ enforcement }) => enforcement !== 'block');
  const binds = gates.filter(({ enforcement }) => enforcement === 'block');
  const closed = binds.filter(({ verdict, enforcement }) => {
    const state = checkState(verdict.verdict, enforcement);
    return state?.status !== 'completed' || state.conclusion !== 'success';
  });
  const answer = closed.length > 0 ? say.closed(names(closed)) : say.open(names(binds));
  return idle.length === 0 ? [answer] : [answer, say.idle(names(idle))];
}

/** What does not bind is one line, not a page: `--json` has all of it. */
function binding<Node extends Verdict>(node: Node): Node {
  return { ...node, children: node.verdict === 'not-applicable' ? [] : node.children.map(binding) };
}

function section(title: string, lines: readonly string[], say: Words): string[] {
  return ['', `${title}:`, ...(lines.length === 0 ? [say.none] : lines).map((line) => `  ${line}`)];
}

function checkLine({ name, status, conclusion, id, error, entry }: PostedCheck, say: Words): string {
  const came = error === null ? (id === null ? say.unanswered : `check ${id}`) : say.refusedBy(clean(error));
  return `${name}: ${conclusion ?? status} · ${came} · ${say.entry} ${entry}`;
}

function decisionLine({ kind, subject, by, at, proof, source, reason, until, id }: Decision, say: Words): string {
  const via = proof.via.map(({ kind: of, name }) => `${of} ${name}`).join(', ');
  const ending = until === null ? '' : `, ${say.until} ${until}`;
  const why = reason === null ? '' : `, ${say.because} “${clean(reason)}”`;
  return `${at} ${kind} ${subject} · ${by.login} (id ${by.id}) ${say.as} ${proof.authority} (${via})${ending}${why} · ${say.comment} ${source.commentId} (${source.bodyHash.slice(0, 16)}) · ${id}`;
}

/** What people wrote must not steer the terminal. */
function clean(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
