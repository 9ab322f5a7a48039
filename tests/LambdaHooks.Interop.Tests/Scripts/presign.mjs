// Reads a list of {region, endpoint?, credentials, bucket, key, signedAt, seconds} and prints for each, one a line, the GET URL that
// AWS's own JavaScript SDK signs.
import { text } from 'node:stream/consumers';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const bodyHash = new Set(['x-amz-content-sha256']);

function clientFor(asked) {
  const client = new S3Client({
    region: asked.region,
    credentials: asked.credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(asked.endpoint ? { endpoint: asked.endpoint, forcePathStyle: true } : {}),
  });

  // This SDK alone names the operation in the query; S3 does not need it. The same goes for the hash of the body, below.
  client.middlewareStack.add((next) => (args) => {
    delete args.request.query['x-id'];
    return next(args);
  }, { step: 'build', priority: 'low' });
  return client;
}

for (const asked of JSON.parse(await text(process.stdin))) {
  console.log(await getSignedUrl(clientFor(asked), new GetObjectCommand({ Bucket: asked.bucket, Key: asked.key }), {
    expiresIn: asked.seconds,
    signingDate: new Date(asked.signedAt),
    unhoistableHeaders: bodyHash,
    unsignableHeaders: bodyHash,
  }));
}
