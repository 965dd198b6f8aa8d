/** Postmortems to take away: what people wrote is untrusted Markdown, and is made safe before it is put into a document. */
package io.hindsight.query.export;
