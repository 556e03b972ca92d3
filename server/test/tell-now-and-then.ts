// A process that is kept, and does nothing but tell that it is there.

const tell = () => process.send?.({ is: 'load', load: { busy: 0, traffic: new Map() } });
process.send?.({ is: 'ready' });
setInterval(tell, 100);
process.on('message', ({ is }: { readonly is: string }) => {
  if (is === 'stop') process.exit(0);
});
process.once('disconnect', () => process.exit(0));
