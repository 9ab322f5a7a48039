// Reads {region, endpoint?, credentials, bucket, key, signedAt, seconds} and prints the GET URL that AWS's own JavaScript SDK signs.
import { text } from 'node:stream/consumers';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const asked = JSON.parse(await text(process.stdin));
const client = new S3Client({
  region: asked.region,
  credentials: asked.credentials,
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
  ...(asked.endpoint ? { endpoint: asked.endpoint, forcePathStyle: true } : {}),
});

// Two things that this SDK alone puts into the query; S3 needs neither.
client.middlewareStack.add((next) => (args) => {
  delete args.request.query['x-id'];
  return next(args);
}, { step: 'build', priority: 'low' });
const bodyHash = new Set(['x-amz-content-sha256']);

console.log(await getSignedUrl(client, new GetObjectCommand({ Bucket: asked.bucket, Key: asked.key }), {
  expiresIn: asked.seconds,
  signingDate: new Date(asked.signedAt),
  unhoistableHeaders: bodyHash,
  unsignableHeaders: bodyHash,
}));
