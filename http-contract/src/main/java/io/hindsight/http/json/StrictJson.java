package io.hindsight.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of the HTTP API, both ways. Reading takes a value for what it is or refuses it: no unknown fields, no field
 * twice, nothing after the end, no {@code "5"} for a number. Writing leaves out what is not known (null), and writes
 * instants in UTC. Enumerations are written as their {@code toString()} says. Stored events have a mapper of their own.
 */
public final class StrictJson {
    private StrictJson() {}

    /** Sets a builder to the rules of the API. */
    public static JsonMapper.Builder strict(JsonMapper.Builder builder) {
        return builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        // An Optional that is left out is null, "as it was"; else it were empty, which is "unknown
                        // again".
                        DeserializationFeature.USE_NULL_FOR_MISSING_REFERENCE_VALUES,
                        // A double would change a long figure silently.
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(
                        EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        EnumFeature.READ_ENUMS_USING_TO_STRING,
                        EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .withCoercionConfigDefaults(coercions -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        coercions.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                // JSON has one kind of number: 12 is one for what may have a fraction, too.
                .withCoercionConfig(
                        LogicalType.Float,
                        coercions -> coercions.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(texts());
    }

    /** The same for what is read back: whatever could be stored can be said again. */
    static JsonMapper ofWhatWasStored(JsonMapper strict) {
        return strict.rebuild()
                .addModule(new SimpleModule("hindsight-stored-texts")
                        .addDeserializer(String.class, new TextDeserializer<>(String.class, Texts::text)))
                .build();
    }

    private static SimpleModule texts() {
        return new SimpleModule("hindsight-texts")
                .addDeserializer(String.class, new TextDeserializer<>(String.class, Texts::written))
                .addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, Texts::instant))
                .addDeserializer(
                        OffsetDateTime.class, new TextDeserializer<>(OffsetDateTime.class, Texts::offsetDateTime))
                .addDeserializer(LocalDate.class, new TextDeserializer<>(LocalDate.class, Texts::date))
                .addDeserializer(Duration.class, new TextDeserializer<>(Duration.class, Texts::duration))
                .addKeyDeserializer(String.class, new TextKeyDeserializer())
                .setDeserializerModifier(new ExactConstants());
    }

    /** Jackson's own takes a constant with blanks around it. */
    private static final class ExactConstants extends ValueDeserializerModifier {
        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> deserializer) {
            return constants(type.getRawClass());
        }

        private static ValueDeserializer<?> constants(Class<?> type) {
            return new TextDeserializer<>(type, text -> Texts.constant(type, text));
        }
    }

    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> read;

        TextDeserializer(Class<?> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                boolean constant = handledType().isEnum();
                throw new RefusedValue(
                        parser, constant ? Texts.mustBeOneOf(handledType()) : "must be a string", handledType());
            }
            try {
                return read.apply(parser.getString());
            } catch (RefusedText refused) {
                throw new RefusedValue(parser, refused.getMessage(), handledType());
            }
        }
    }

    private static final class TextKeyDeserializer extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return Texts.text(key);
            } catch (RefusedText refused) {
                throw new RefusedValue(context.getParser(), "a field's name " + refused.getMessage(), String.class);
            }
        }
    }
}
