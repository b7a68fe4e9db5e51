/** Cuántas solicitudes por minuto admite cada plan. */
const perMinute: Readonly<Record<string, number>> = { prueba: 10, básico: 60, empresa: 600 };

export interface Window {
  readonly startedAt: number;
  readonly count: number;
}

/** Admite o rechaza una solicitud, con la ventana que sigue. Un plan desconocido se rechaza, no se adivina. */
export function admit(plan: string, window: Window | null, now: number): { admitted: boolean; window: Window; retryAfter: number } {
  const limit = perMinute[plan];
  if (limit === undefined) {
    return { admitted: false, window: { startedAt: now, count: 0 }, retryAfter: 0 };
  }
  if (!window || now - window.startedAt >= 60_000) {
    return { admitted: true, window: { startedAt: now, count: 1 }, retryAfter: 0 };
  }
  if (window.count < limit) {
    return { admitted: true, window: { ...window, count: window.count + 1 }, retryAfter: 0 };
  }
  const retryAfter = Math.ceil((60_000 - (now - window.startedAt)) / 1000);
  return { admitted: false, window, retryAfter };
}

/** La respuesta a quien rebasa su límite. */
export function tooManyRequests(retryAfter: number): { status: 429; headers: Record<string, string> } {
  return {
    status: 429,
    headers: { 'retry-after': String(retryAfter) },
  };
}
