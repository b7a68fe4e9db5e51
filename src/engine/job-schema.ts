/** The database schema that pg-boss keeps its tables in. */
export const jobSchema = 'sprintgate_jobs';
