/** Lo que lee quien pide el crédito: la decisión y qué puede hacer. */
export function messageFor(decision: 'approve' | 'review' | 'decline', name: string): string {
  switch (decision) {
    case 'approve':
      return `${name}, tu línea está autorizada.`;
    case 'review':
      return `${name}, una persona revisará tu solicitud en un día hábil.`;
    case 'decline':
      return `${name}, por ahora no podemos ofrecerte una línea. Puedes pedir la explicación.`;
  }
}

/** Pesos mexicanos sin centavos. */
export function pesos(amount: number): string {
  return new Intl.NumberFormat('es-MX', { style: 'currency', currency: 'MXN', maximumFractionDigits: 0 }).format(amount);
}
