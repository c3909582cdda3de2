import { benchGrowth, benchHeap, benchReading } from './bench/reading.ts';

benchReading();
benchGrowth();
benchHeap();
