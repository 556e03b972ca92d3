// Runs one task of the repository: node bin/run.mjs <task> [args]. It must be readable by an old
// Node too, so that the message below can be printed: no static imports of what may not parse.
const nodeMajorMin = 20;

if (Number(process.versions.node.split('.')[0]) < nodeMajorMin) {
  console.error(
    `Doorstep needs Node ${nodeMajorMin} or newer to start; this is ${process.version}.\n` +
      "Install one from https://nodejs.org (or: nvm install 24, or your system's packages)\n" +
      'and run the same command again. Everything else is installed by itself.',
  );
  process.exitCode = 1;
} else {
  const { runTask } = await import('./run-task.mjs');
  process.exitCode = await runTask(process.argv[2], process.argv.slice(3));
}
