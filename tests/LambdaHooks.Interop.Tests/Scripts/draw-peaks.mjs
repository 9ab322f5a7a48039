// Reads {peaks, duration, width, height} and prints what wavesurfer makes of them: whether it left them as they are, and the outline it draws.
import { text } from 'node:stream/consumers';
import Decoder from 'wavesurfer.js/dist/decoder.js';
import { calculateLinePaths } from 'wavesurfer.js/dist/renderer-utils.js';

const { peaks, duration, width, height } = JSON.parse(await text(process.stdin));
const buffer = Decoder.createBuffer(peaks, duration);
const channelData = Array.from({ length: buffer.numberOfChannels }, (_, i) => buffer.getChannelData(i));
const [top, bottom] = calculateLinePaths({ channelData, width, height, vScale: 1 });
console.log(JSON.stringify({
  unchanged: channelData.every((channel, c) => channel.every((value, i) => value === Math.fround(peaks[c][i]))),
  pointsPerSecond: buffer.sampleRate,
  top: top.map((point) => point.y),
  bottom: bottom.map((point) => point.y),
}));
