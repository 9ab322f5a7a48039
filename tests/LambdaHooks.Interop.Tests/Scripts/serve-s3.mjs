// Serves S3's protocol over the folder named on the command line, and ends with whoever holds its standard input.
import S3rver from 's3rver';

const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: process.argv[2] });
const { port } = await server.run();
console.log(port);
process.stdin.on('end', () => process.exit()).resume();
