import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '#kernel/time.ts';
import type { TestApp } from '#test/support/app.ts';
import { findByNumbers, publishedItems, searchBank } from '../exams/index.ts';
