package io.hindsight.command.importing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The lines of a request's body, one at a time, so that a body of any length takes the memory of one line. */
final class RecordLines {
    /** The longest line, in bytes. */
    static final int LONGEST = 1 << 20;
    /** The longest export, where it comes alone: more than a document that the read model can keep comes to as JSON. */
    static final int LONGEST_EXPORT = 32 << 20;

    private static final int END = -1;

    private final InputStream body;
    private int number;

    RecordLines(InputStream body) {
        this.body = new BufferedInputStream(body);
    }

    /** The body as one record, on however many lines: an export that somebody has looked at is often put on many. */
    Line whole() throws IOException {
        byte[] bytes = body.readNBytes(LONGEST_EXPORT + 1);
        if (bytes.length > LONGEST_EXPORT) {
            // Read to its end, so that the answer reaches a client that sends before it reads.
            body.transferTo(OutputStream.nullOutputStream());
            return new Line(1, null);
        }
        return new Line(1, bytes);
    }

    /**
     * One line.
     *
     * @param number counts from 1
     * @param bytes without the line's end; null where the line is longer than a line may be
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Line(int number, byte[] bytes) {
        boolean isBlank() {
            if (bytes == null) {
                return false;
            }
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line that says something, or null at the end. */
    Line next() throws IOException {
        Line line = read();
        while (line != null && line.isBlank()) {
            line = read();
        }
        return line;
    }

    private Line read() throws IOException {
        int next = body.read();
        if (next == END) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (next != '\n' && next != END) {
            tooLong |= bytes.size() == LONGEST;
            if (!tooLong) {
                bytes.write(next);
            }
            next = body.read();
        }
        number++;
        return new Line(number, tooLong ? null : bytes.toByteArray());
    }
}
