// Reads {schema, instance} and prints what is wrong with the instance, one finding a line; nothing where it is valid.
import { text } from 'node:stream/consumers';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const { schema, instance } = JSON.parse(await text(process.stdin));
const ajv = new Ajv2020({ allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);
if (!validate(instance)) {
  for (const error of validate.errors) {
    console.log(`${error.instancePath || '/'} ${error.message}`);
  }
}
