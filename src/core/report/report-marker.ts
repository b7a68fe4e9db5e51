/** Id in the marker of the readiness comment, by which it is found again. */
export const reportMarkerId = 'readiness-report';
