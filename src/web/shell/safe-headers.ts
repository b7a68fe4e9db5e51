import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const none = ["'none'"];
const self = ["'self'"];

interface HeaderOptions {
  /** Reached by HTTPS. */
  readonly secure: boolean;
  /** A picture that stands in pages of others. */
  readonly embedded?: boolean;
}

const headers = ({ secure, embedded = false }: HeaderOptions) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      styleSrc: self,
      scriptSrc: self,
      imgSrc: ["'self'", 'data:'],
      connectSrc: self,
      formAction: self,
      baseUri: none,
      frameAncestors: none,
    },
    crossOriginResourcePolicy: embedded ? 'cross-origin' : 'same-origin',
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: secure ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [], browsingTopics: [] },
  });

/** On every answer of a page: nothing inline, nothing from elsewhere, no frame around it, and no cache keeps what was private. */
export function safeHeaders(options: HeaderOptions): MiddlewareHandler {
  const set = headers(options);
  return async (context, next) => {
    const answer = await set(context, next);
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
    return answer;
  };
}
