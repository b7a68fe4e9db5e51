/** Contracts `a el` and `de el`, as Spanish does where a name follows a preposition: «Le toca firmar al equipo». */
export function contractSpanish(text: string): string {
  return text.replace(/\b(a|de) el /gi, (_whole, word: string) => `${word}l `);
}
