/** An analysis worker that dies before it has done anything. */
process.exit(3);
