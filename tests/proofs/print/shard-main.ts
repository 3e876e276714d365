import { playShard, type Shard } from './play-shard.ts';

// One process of `npm run prove -- print`: its shard comes as an argument, what came out goes to standard output.
const shard = JSON.parse(process.argv[2] ?? '') as Shard;
const played = await playShard(shard, (sentence) => console.error(sentence));
console.log(JSON.stringify(played));
