import type { Locale } from '../playbook/text-schema.ts';
import { escapeMarkdown, inlineCode, markdownLink } from '../report/markdown.ts';
import { renderTable } from '../report/render-table.ts';
import type { Decision, DecisionKind } from './decision.ts';
import { isFromReview } from './sign-off-reviews.ts';
import { describeScope } from './describe-scope.ts';

interface Words {
  readonly titles: Readonly<Record<DecisionKind, string>>;
  readonly head: readonly [string, string];
  readonly rows: Readonly<
    Record<
      'decision' | 'subject' | 'scope' | 'control' | 'by' | 'as' | 'at' | 'commits' | 'reason' | 'conditions' | 'due' | 'proof' | 'until' | 'source',
      string
    >
  >;
  readonly comment: string;
  readonly review: string;
  readonly beginning: string;
  readonly note: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    titles: {
      approve: 'Approved',
      'approve-with-conditions': 'Approved with conditions',
      reject: 'Rejected',
      attest: 'Attested',
      waive: 'Waived',
      revoke: 'Revoked',
      override: 'Gates overridden',
      baseline: 'Accepted as a baseline',
      hold: 'Held',
      unhold: 'Let go',
    },
    head: ['Receipt', ''],
    rows: {
      decision: 'Decision',
      subject: 'About',
      scope: 'Only for',
      control: 'Compensating control',
      by: 'By',
      as: 'As',
      at: 'At',
      commits: 'Commits',
      reason: 'Reason',
      conditions: 'Conditions',
      due: 'To be met before',
      proof: 'Proof',
      until: 'Until',
      source: 'From',
    },
    comment: 'comment',
    review: 'approving review',
    beginning: 'the beginning',
    note: 'Signed by this installation. Editing this comment voids the receipt, not the decision.',
  },
  es: {
    titles: {
      approve: 'Aprobado',
      'approve-with-conditions': 'Aprobado con condiciones',
      reject: 'Rechazado',
      attest: 'Atestiguado',
      waive: 'Exentado',
      revoke: 'Revocado',
      override: 'Compuertas anuladas',
      baseline: 'Aceptado como línea base',
      hold: 'Retenido',
      unhold: 'Liberado',
    },
    head: ['Recibo', ''],
    rows: {
      decision: 'Decisión',
      subject: 'Sobre',
      scope: 'Solo para',
      control: 'Control compensatorio',
      by: 'Por',
      as: 'Como',
      at: 'Fecha',
      commits: 'Commits',
      reason: 'Motivo',
      conditions: 'Condiciones',
      due: 'Por cumplir antes de',
      proof: 'Prueba',
      until: 'Hasta',
      source: 'Desde',
    },
    comment: 'comentario',
    review: 'revisión aprobatoria',
    beginning: 'el inicio',
    note: 'Firmado por esta instalación. Editar este comentario invalida el recibo, no la decisión.',
  },
};

/** What people read of a receipt. It is part of what is signed, so that nobody can make it say something else. */
export function renderReceipt(decision: Decision, locale: Locale): string {
  const text = words[locale];
  const rows = rowsOf(decision, locale).filter((row) => row[1] !== '');
  return `**${text.titles[decision.kind]}: ${inlineCode(decision.subject)}**\n\n${renderTable({ header: text.head, rows })}\n\n${text.note}`;
}

function rowsOf(decision: Decision, locale: Locale): [string, string][] {
  const text = words[locale];
  const { rows } = text;
  const from = decision.commits.from === null ? text.beginning : inlineCode(decision.commits.from.slice(0, 12));
  const via = decision.proof.via.map((held) => inlineCode(held.name)).join(', ');
  return [
    [rows.decision, inlineCode(decision.id)],
    [rows.subject, inlineCode(decision.subject)],
    [rows.scope, describeScope(decision.scope, locale)],
    [rows.by, `${inlineCode(decision.by.login)} (${decision.by.id})`],
    [rows.as, `${inlineCode(decision.proof.authority)}${via === '' ? '' : `: ${via}`}`],
    [rows.at, inlineCode(decision.at)],
    [rows.commits, `${from} … ${inlineCode(decision.commits.to.slice(0, 12))}`],
    [rows.reason, escapeMarkdown(decision.reason ?? '')],
    [rows.control, escapeMarkdown(decision.control ?? '')],
    [rows.conditions, decision.conditions.map(escapeMarkdown).join('<br>')],
    [rows.due, decision.due === undefined ? '' : inlineCode(decision.due)],
    [rows.proof, decision.link === null ? '' : markdownLink(decision.link, decision.link)],
    [rows.until, decision.until === null ? '' : inlineCode(decision.until)],
    [rows.source, markdownLink(isFromReview(decision.source) ? text.review : text.comment, decision.source.url)],
  ];
}
