package io.hindsight.http.requests;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * A parameter that may be given several times is given once for each value: a comma belongs to the value ({@code Doe, Jane}), at
 * which Spring would split it. Left empty, it is left out.
 */
final class WholeValues implements GenericConverter {
    private final ConversionService conversions;

    WholeValues(ConversionService conversions) {
        this.conversions = conversions;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Collection.class));
    }

    @Override
    public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        List<?> values = "".equals(source)
                ? List.of()
                : List.of(conversions.convert(source, sourceType, targetType.getElementTypeDescriptor()));
        return conversions.convert(values, targetType);
    }
}
