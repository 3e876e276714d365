// `npm run bio -- COMMAND …`: each command is a file beside this one, loaded only when asked for.

/** Runs a command over its arguments; the exit code is 0 = done, 1 = bad input found, 2 = wrong use. */
export interface Command {
  run(args: readonly string[]): Promise<number>;
}

const COMMANDS: Readonly<Record<string, string>> = {
  extract: './extract.ts',
  match: './match.ts',
  evaluate: './evaluate.ts',
  identify: './identify.ts',
  quality: './quality.ts',
  inspect: './inspect.ts',
  convert: './convert.ts',
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const path = COMMANDS[name];
  if (path === undefined) {
    console.error(`usage: npm run bio -- ${Object.keys(COMMANDS).join('|')} …`);
    return 2;
  }
  const command = (await import(path)) as Command;
  return command.run(args);
}

process.exitCode = await main(process.argv.slice(2));
