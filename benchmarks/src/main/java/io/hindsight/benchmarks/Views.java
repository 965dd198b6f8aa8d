package io.hindsight.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** What all read models hold, as it is stored, boiled down to something that can be compared. */
final class Views {
    /** How often the counters were written depends on how the events were cut into batches; what they say does not. */
    private static final String WRITES_OF_COUNTERS = "flush";

    private static final int AT_ONCE = 100;

    private Views() {}

    /** By projection: how many documents its live generation has, and the sum of their hashes, whatever their order. */
    static Map<String, String> digests(MongoDatabase database) throws NoSuchAlgorithmException {
        Map<String, String> digests = new TreeMap<>();
        for (Document pointer : database.getCollection("projections").find()) {
            String projection = pointer.getString("_id");
            if (!projection.equals(BothSides.NOTHING)) {
                digests.put(
                        projection, digest(database.getCollection(projection + "_" + pointer.getLong("generation"))));
            }
        }
        return digests;
    }

    private static String digest(MongoCollection<Document> collection) throws NoSuchAlgorithmException {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        BigInteger sum = BigInteger.ZERO;
        long count = 0;
        // The stand-in does not cut a batch at 48 MB, the longest reply there may be, as MongoDB does.
        for (Document document : collection.find().batchSize(AT_ONCE)) {
            document.remove(WRITES_OF_COUNTERS);
            sum = sum.add(
                    new BigInteger(1, hash.digest(inOrder(document).toJson().getBytes(StandardCharsets.UTF_8))));
            count++;
        }
        return count + " documents, " + HexFormat.of().formatHex(hash.digest(sum.toByteArray()));
    }

    /** The stand-in leaves a field where it first was when it replaces a document; the order of fields says nothing. */
    private static Document inOrder(Document document) {
        Document sorted = new Document();
        new TreeMap<>(document)
                .forEach((field, value) -> sorted.append(
                        field,
                        value instanceof Document inner
                                ? inOrder(inner)
                                : value instanceof List<?> list
                                        ? list.stream().map(Views::inOrder).toList()
                                        : value));
        return sorted;
    }

    private static Object inOrder(Object value) {
        return value instanceof Document document ? inOrder(document) : value;
    }
}
