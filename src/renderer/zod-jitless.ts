import { z } from 'zod';

// Must come before any other use of zod: its compiled parsers need `eval`, which the page's policy forbids.
z.config({ jitless: true });
