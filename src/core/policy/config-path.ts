/** Where a repository keeps its configuration, and an organisation its own in `.github`. */
export const configPath = '.github/sprintgate.yml';
