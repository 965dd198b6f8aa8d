package io.hindsight.query.reminders.webhook;

import io.hindsight.query.reminders.Unsent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Posts to addresses that others chose. It connects to the very addresses that were checked, so that a name that means
 * something else a moment later leads nowhere; follows no redirect; goes through no proxy, which would look names up by
 * itself; tries once; reads of an answer the head alone; and takes half a minute at most.
 */
final class WebhookClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int ALL_TOGETHER_SECONDS = 30;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 8 * 1024;
    /** Two old ways to write IPv4 addresses, compatible and translated, which count as external. */
    private static final String[] IPV4_IN_IPV6 = {"::/96", "::ffff:0:0:0/96"};

    private final CloseableHttpClient http;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "webhook-ends");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param allowed networks and addresses that may be reached although they are not public
     */
    WebhookClient(List<String> allowed) {
        http = new HttpComponentsHttpClientBuilder()
                .withCustomizer(WebhookClient::plain)
                .withConnectionManagerCustomizer(
                        connections -> connections.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .setMaxLineLength(LONGEST_HEADER)
                                        .build())
                                .build()))
                .build(HttpClientSettings.defaults()
                        .withTimeouts(CONNECT, SILENCE)
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withInetAddressFilter(reachable(allowed)));
    }

    /** Neither loopback, link-local, private, unique-local, multicast nor otherwise special; or allowed. */
    static InetAddressFilter reachable(List<String> allowed) {
        InetAddressFilter everybodys = InetAddressFilter.externalAddresses().andNot(IPV4_IN_IPV6);
        return allowed.isEmpty() ? everybodys : everybodys.or(allowed.toArray(String[]::new));
    }

    private static void plain(HttpClientBuilder builder) {
        builder.setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                // A connection that was kept is one that was not checked again, and may be dead without our knowing.
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("Hindsight");
    }

    /** The status of the answer. */
    int post(HttpPost request) throws Unsent {
        Future<?> end = ends.schedule(request::cancel, ALL_TOGETHER_SECONDS, TimeUnit.SECONDS);
        // Not by a handler: what is left of the answer would be read to its end.
        try (ClassicHttpResponse answer = http.executeOpen(null, request, null)) {
            return answer.getCode();
        } catch (FilteredHostException e) {
            throw Unsent.refused("Its address may not be reached: see hindsight.reminders.allowed-addresses.");
        } catch (IOException e) {
            throw unsent(e);
        } finally {
            end.cancel(false);
        }
    }

    /** The words are ours: what the libraries say may hold the whole url. */
    private static Unsent unsent(IOException e) {
        if (e instanceof UnknownHostException) {
            return Unsent.refused("Its name is not known.");
        } else if (e instanceof ConnectTimeoutException
                || e instanceof ConnectException
                || e instanceof NoRouteToHostException) {
            return Unsent.refused("It cannot be connected to.");
        } else if (e instanceof SSLHandshakeException) {
            return Unsent.refused("Its certificate or its TLS is not accepted.");
        }
        return Unsent.unanswered("No answer (%s).".formatted(e.getClass().getSimpleName()));
    }

    @Override
    public void close() throws IOException {
        ends.shutdownNow();
        http.close();
    }
}
