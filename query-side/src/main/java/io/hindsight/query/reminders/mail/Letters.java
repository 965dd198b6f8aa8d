package io.hindsight.query.reminders.mail;

import io.hindsight.query.reminders.Delivery;
import io.hindsight.query.reminders.Unsent;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends digests by SMTP. The {@code Message-ID} is made of the delivery's id and stays the same, by which mail servers and
 * readers tell a repetition; one that may be some has {@code X-Hindsight-Possible-Duplicate: true}.
 */
final class Letters {
    private final JavaMailSender mail;
    private final InternetAddress from;
    private final Clock clock;

    Letters(JavaMailSender mail, String from, Clock clock) {
        this.mail = mail;
        this.from = sender(from);
        this.clock = clock;
    }

    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("hindsight.reminders.mail.from is no address: '%s'".formatted(from), e);
        }
    }

    void send(Delivery delivery, String address, Digest digest) throws Unsent {
        MimeMessage message = mail.createMimeMessage();
        try {
            write(message, delivery, digest).setTo(address);
        } catch (AddressException e) {
            throw Unsent.inVain("Its address is none: %s.".formatted(delivery.to()));
        } catch (MessagingException e) {
            throw new IllegalStateException("No e-mail can be written", e);
        }
        try {
            mail.send(message);
        } catch (MailAuthenticationException e) {
            throw Unsent.refused("The mail server does not know us.");
        } catch (MailException e) {
            throw unsent(e);
        }
    }

    private MimeMessageHelper write(MimeMessage message, Delivery delivery, Digest digest) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setSubject(digest.subject());
        helper.setText(digest.text());
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<%s@%s>".formatted(delivery.id(), domain()));
        // So that no absence note answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (delivery.possibleDuplicate()) {
            message.setHeader("X-Hindsight-Possible-Duplicate", "true");
        }
        return helper;
    }

    private String domain() {
        String address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    private static Unsent unsent(MailException e) {
        if (causes(e).anyMatch(ConnectException.class::isInstance)
                || causes(e).anyMatch(UnknownHostException.class::isInstance)) {
            return Unsent.refused("The mail server cannot be connected to.");
        } else if (causes(e).anyMatch(SendFailedException.class::isInstance)) {
            return Unsent.refused("The mail server refused it.");
        }
        return Unsent.unanswered(
                "No answer from the mail server (%s).".formatted(e.getClass().getSimpleName()));
    }

    private static Stream<Throwable> causes(MailException e) {
        Stream<Throwable> roots = e instanceof MailSendException failed && failed.getMessageExceptions().length > 0
                ? Arrays.stream(failed.getMessageExceptions()).map(Throwable.class::cast)
                : Stream.of(e);
        return roots.flatMap(root -> Stream.iterate(root, Objects::nonNull, Throwable::getCause));
    }
}
