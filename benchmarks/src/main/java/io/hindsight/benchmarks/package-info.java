/** How fast commands, appends and rebuilds are, each beside the least that the same stores would need for it. */
package io.hindsight.benchmarks;
