import { Command } from 'commander';

export const adoptCommand = new Command('adopt');
