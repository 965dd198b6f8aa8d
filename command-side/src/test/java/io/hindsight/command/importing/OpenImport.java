package io.hindsight.command.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * An import whose lines are sent one by one while its answer is read, over a plain socket: Java's own client reads no answer
 * before it has sent the whole body.
 */
final class OpenImport implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader answer;

    OpenImport(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        write(
                """
                POST /api/imports HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer the-token\r
                Content-Type: application/x-ndjson\r
                Transfer-Encoding: chunked\r
                \r
                """);
    }

    /** Sends a line as a chunk of its own. */
    void send(String line) throws IOException {
        int length = (line + "\n").getBytes(StandardCharsets.UTF_8).length;
        write(Integer.toHexString(length) + "\r\n" + line + "\n\r\n");
    }

    /** The next line of the answer that holds JSON: headers and the lengths of chunks are passed over. */
    String nextResult() throws IOException {
        String line = answer.readLine();
        while (line != null && !line.startsWith("{")) {
            line = answer.readLine();
        }
        return line;
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Goes away, in the midst of the body. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
