// Loaded into every task: when bin/run.mjs was killed (kill -9 leaves it no time to pass a signal
// on), the channel to it closes, and the task ends as if it had been asked to.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
