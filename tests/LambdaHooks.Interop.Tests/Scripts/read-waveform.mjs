// Reads {dat: base64} or {json: object}, and {scales}; prints the waveform as waveform-data sees it, then resampled to each scale.
import { text } from 'node:stream/consumers';
import WaveformData from 'waveform-data';

const { dat, json, scales } = JSON.parse(await text(process.stdin));

function bytesOf(base64) {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

function seen(waveform) {
  const channels = Array.from({ length: waveform.channels }, (_, i) => waveform.channel(i));
  return {
    sampleRate: waveform.sample_rate,
    samplesPerPixel: waveform.scale,
    bits: waveform.bits,
    length: waveform.length,
    channels: channels.map((c) => ({ min: c.min_array(), max: c.max_array() })),
  };
}

const waveform = WaveformData.create(dat ? bytesOf(dat) : json);
console.log(JSON.stringify([waveform, ...scales.map((scale) => waveform.resample({ scale }))].map(seen)));
