import type { Locale } from '../../core/playbook/text-schema.ts';

interface SignInWords {
  readonly title: string;
  readonly lead: string;
  readonly asked: string;
  readonly button: string;
  readonly failed: string;
}

export const signInWords: Readonly<Record<Locale, SignInWords>> = {
  en: {
    title: 'Sign in',
    lead: 'You see the repositories that GitHub lets you read, and no others.',
    asked: 'GitHub asks you once whether Sprintgate may know who you are. It changes nothing in your name.',
    button: 'Sign in with GitHub',
    failed: 'GitHub did not confirm it, or it took longer than ten minutes. Try again.',
  },
  es: {
    title: 'Iniciar sesión',
    lead: 'Usted ve los repositorios que GitHub le permite leer, y ningún otro.',
    asked: 'GitHub le pregunta una vez si Sprintgate puede saber quién es usted. No cambia nada en su nombre.',
    button: 'Iniciar sesión con GitHub',
    failed: 'GitHub no lo confirmó, o pasaron más de diez minutos. Inténtelo de nuevo.',
  },
};
