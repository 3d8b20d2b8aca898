#pragma once
#include <cairo.h>
#include <glib-object.h>

#include <memory>

/// What C libraries hand out, given back at the end of its scope.
namespace klartext::protocol::pdf {

template <auto release>
struct given_back {
    template <class T>
    void operator()(T* what) const {
        release(what);
    }
};

template <class T, auto release>
using owned = std::unique_ptr<T, given_back<release>>;

template <class T>
using owned_object = owned<T, g_object_unref>;

using owned_surface = owned<cairo_surface_t, cairo_surface_destroy>;
using owned_cairo = owned<cairo_t, cairo_destroy>;

struct scaled_font_reference {
    void operator()(cairo_scaled_font_t* font) const { cairo_scaled_font_destroy(font); }
};
using shared_font = std::shared_ptr<cairo_scaled_font_t>;

}  // namespace klartext::protocol::pdf
