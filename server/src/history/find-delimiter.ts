// What parts the fields of a table, told by its header: names rarely hold a delimiter unquoted.

const delimiters = [',', ';', '\t', '|'];

/** The one that the header has most of; a header of one column has none. */
export function findDelimiter(text: string, fileName: string): string {
  const header = headerOf(text);
  const counts = delimiters.map((delimiter) => header.split(delimiter).length);
  const most = Math.max(...counts);
  if (most > 1) return delimiters[counts.indexOf(most)] ?? ',';
  return /\.(tsv|tab)(\.gz)?$/i.test(fileName) ? '\t' : ',';
}

/** The first line that is not blank, without what stands in quotes. */
function headerOf(text: string): string {
  let header = '';
  let isQuoted = false;
  for (const letter of text.trimStart()) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '\n' || letter === '\r')) break;
    else if (!isQuoted) header += letter;
  }
  return header;
}
