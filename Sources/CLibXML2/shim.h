#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 includes the headers of ICU, which clash with the ICU inside Foundation in every
// file that imports both. Nothing here uses that part.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>
