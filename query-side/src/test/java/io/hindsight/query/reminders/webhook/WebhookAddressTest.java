package io.hindsight.query.reminders.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.query.reminders.FarEnd;
import io.hindsight.query.reminders.Unsent;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a webhook may reach. */
class WebhookAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", // loopback
                "127.255.255.254",
                "::1",
                "0.0.0.0", // unspecified
                "0.1.2.3",
                "::",
                "10.0.0.1", // private
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "192.168.255.255",
                "100.64.0.1", // shared by a provider
                "169.254.0.1", // link-local, and where clouds keep their secrets
                "169.254.169.254",
                "fe80::1",
                "febf::1",
                "fec0::1", // site-local
                "fc00::1", // unique-local
                "fd00:ec2::254",
                "fdff::1",
                "224.0.0.1", // multicast
                "239.255.255.255",
                "ff02::1",
                "255.255.255.255", // broadcast
                "240.0.0.1", // reserved
                "192.0.0.1",
                "192.0.2.1", // documentation
                "198.51.100.1",
                "203.0.113.1",
                "2001:db8::1",
                "198.18.0.1", // benchmarks
                "::ffff:127.0.0.1", // IPv4 in IPv6
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1", // IPv4 in IPv6, as it was once written
                "::10.0.0.1",
                "::169.254.169.254",
                "::ffff:0:127.0.0.1", // IPv4 translated into IPv6
                "::ffff:0:10.0.0.1",
                "::ffff:0:169.254.169.254",
                "64:ff9b::7f00:1", // IPv4 behind a translator
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::", // IPv4 in a tunnel
                "2002:a00:1::",
                "2001::1"
            })
    void an_address_that_is_not_public_is_refused(String address) throws Exception {
        assertThat(WebhookClient.reachable(List.of()).matches(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "193.0.0.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void a_public_address_is_reached(String address) throws Exception {
        assertThat(WebhookClient.reachable(List.of()).matches(InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void what_is_allowed_by_network_or_by_address_is_reached_and_nothing_beside_it() throws Exception {
        var reachable = WebhookClient.reachable(List.of("10.1.0.0/16", "fd00::7"));

        assertThat(reachable.matches(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(reachable.matches(InetAddress.getByName("fd00::7"))).isTrue();
        assertThat(reachable.matches(InetAddress.getByName("1.1.1.1"))).isTrue();
        assertThat(reachable.matches(InetAddress.getByName("10.2.2.3"))).isFalse();
        assertThat(reachable.matches(InetAddress.getByName("fd00::8"))).isFalse();
        assertThat(reachable.matches(InetAddress.getByName("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "2130706433",
                "127.1",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "[::ffff:127.0.0.1]",
                "0"
            })
    void whatever_a_host_is_written_as_the_address_that_is_connected_to_is_checked(String host) throws Exception {
        try (FarEnd loopback = new FarEnd();
                WebhookClient client = new WebhookClient(List.of())) {
            URI url = new URI(loopback.url().replace("127.0.0.1", host));

            assertThatThrownBy(() -> client.post(new HttpPost(url))).isInstanceOf(Unsent.class);
            assertThat(loopback.received()).isEmpty();
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (FarEnd end = new FarEnd();
                WebhookClient client = new WebhookClient(List.of("127.0.0.1"))) {
            end.answer(307);

            assertThat(client.post(new HttpPost(end.url() + "/hook"))).isEqualTo(307);
            assertThat(end.received()).extracting(FarEnd.Received::path).containsExactly("/hook");
        }
    }
}
