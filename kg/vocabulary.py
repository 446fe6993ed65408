"""Closed vocabulary: the terms of the ontology and of the vocabularies it reuses. A typo does not run.

Generated from `ontology/` by `python -m kg.vocabulary_build`; edit the ontology, not this file.
"""

from __future__ import annotations

from kg.iri import Iri


class M:
    """`https://w3id.org/mahdar/ontology#`"""

    About = Iri("https://w3id.org/mahdar/ontology#About")
    Absent = Iri("https://w3id.org/mahdar/ontology#Absent")
    Actor = Iri("https://w3id.org/mahdar/ontology#Actor")
    Announced = Iri("https://w3id.org/mahdar/ontology#Announced")
    ArmedGroup = Iri("https://w3id.org/mahdar/ontology#ArmedGroup")
    Article = Iri("https://w3id.org/mahdar/ontology#Article")
    Asserted = Iri("https://w3id.org/mahdar/ontology#Asserted")
    AtLeast = Iri("https://w3id.org/mahdar/ontology#AtLeast")
    AtMost = Iri("https://w3id.org/mahdar/ontology#AtMost")
    Attendance = Iri("https://w3id.org/mahdar/ontology#Attendance")
    Attended = Iri("https://w3id.org/mahdar/ontology#Attended")
    Attendee = Iri("https://w3id.org/mahdar/ontology#Attendee")
    Bilateral = Iri("https://w3id.org/mahdar/ontology#Bilateral")
    Chair = Iri("https://w3id.org/mahdar/ontology#Chair")
    Claim = Iri("https://w3id.org/mahdar/ontology#Claim")
    ClaimRelation = Iri("https://w3id.org/mahdar/ontology#ClaimRelation")
    CoChair = Iri("https://w3id.org/mahdar/ontology#CoChair")
    Coalition = Iri("https://w3id.org/mahdar/ontology#Coalition")
    Collective = Iri("https://w3id.org/mahdar/ontology#Collective")
    Comparator = Iri("https://w3id.org/mahdar/ontology#Comparator")
    Conference = Iri("https://w3id.org/mahdar/ontology#Conference")
    Contradiction = Iri("https://w3id.org/mahdar/ontology#Contradiction")
    Count = Iri("https://w3id.org/mahdar/ontology#Count")
    CountUnit = Iri("https://w3id.org/mahdar/ontology#CountUnit")
    Country = Iri("https://w3id.org/mahdar/ontology#Country")
    CountryGroup = Iri("https://w3id.org/mahdar/ontology#CountryGroup")
    Denied = Iri("https://w3id.org/mahdar/ontology#Denied")
    DesignateOffice = Iri("https://w3id.org/mahdar/ontology#DesignateOffice")
    Different = Iri("https://w3id.org/mahdar/ontology#Different")
    Entity = Iri("https://w3id.org/mahdar/ontology#Entity")
    EventHeld = Iri("https://w3id.org/mahdar/ontology#EventHeld")
    Evidence = Iri("https://w3id.org/mahdar/ontology#Evidence")
    Exactly = Iri("https://w3id.org/mahdar/ontology#Exactly")
    ExtractionRun = Iri("https://w3id.org/mahdar/ontology#ExtractionRun")
    Fact = Iri("https://w3id.org/mahdar/ontology#Fact")
    Figure = Iri("https://w3id.org/mahdar/ontology#Figure")
    FormerMember = Iri("https://w3id.org/mahdar/ontology#FormerMember")
    FormerOffice = Iri("https://w3id.org/mahdar/ontology#FormerOffice")
    Founded = Iri("https://w3id.org/mahdar/ontology#Founded")
    Founding = Iri("https://w3id.org/mahdar/ontology#Founding")
    FoundingPlanned = Iri("https://w3id.org/mahdar/ontology#FoundingPlanned")
    FoundingStatus = Iri("https://w3id.org/mahdar/ontology#FoundingStatus")
    Frame = Iri("https://w3id.org/mahdar/ontology#Frame")
    Host = Iri("https://w3id.org/mahdar/ontology#Host")
    InOffice = Iri("https://w3id.org/mahdar/ontology#InOffice")
    Inviter = Iri("https://w3id.org/mahdar/ontology#Inviter")
    Joining = Iri("https://w3id.org/mahdar/ontology#Joining")
    Judgement = Iri("https://w3id.org/mahdar/ontology#Judgement")
    Leaving = Iri("https://w3id.org/mahdar/ontology#Leaving")
    Meeting = Iri("https://w3id.org/mahdar/ontology#Meeting")
    MeetingKind = Iri("https://w3id.org/mahdar/ontology#MeetingKind")
    MeetingSeries = Iri("https://w3id.org/mahdar/ontology#MeetingSeries")
    Member = Iri("https://w3id.org/mahdar/ontology#Member")
    Membership = Iri("https://w3id.org/mahdar/ontology#Membership")
    MembershipStatus = Iri("https://w3id.org/mahdar/ontology#MembershipStatus")
    Ministerial = Iri("https://w3id.org/mahdar/ontology#Ministerial")
    Modality = Iri("https://w3id.org/mahdar/ontology#Modality")
    Official = Iri("https://w3id.org/mahdar/ontology#Official")
    Organization = Iri("https://w3id.org/mahdar/ontology#Organization")
    Organizations = Iri("https://w3id.org/mahdar/ontology#Organizations")
    Origin = Iri("https://w3id.org/mahdar/ontology#Origin")
    OtherMeeting = Iri("https://w3id.org/mahdar/ontology#OtherMeeting")
    Outlet = Iri("https://w3id.org/mahdar/ontology#Outlet")
    Paid = Iri("https://w3id.org/mahdar/ontology#Paid")
    Participation = Iri("https://w3id.org/mahdar/ontology#Participation")
    Person = Iri("https://w3id.org/mahdar/ontology#Person")
    Place = Iri("https://w3id.org/mahdar/ontology#Place")
    Planned = Iri("https://w3id.org/mahdar/ontology#Planned")
    Pledge = Iri("https://w3id.org/mahdar/ontology#Pledge")
    PledgeStatus = Iri("https://w3id.org/mahdar/ontology#PledgeStatus")
    Post = Iri("https://w3id.org/mahdar/ontology#Post")
    Profile = Iri("https://w3id.org/mahdar/ontology#Profile")
    Promised = Iri("https://w3id.org/mahdar/ontology#Promised")
    Referent = Iri("https://w3id.org/mahdar/ontology#Referent")
    Refinement = Iri("https://w3id.org/mahdar/ontology#Refinement")
    Reported = Iri("https://w3id.org/mahdar/ontology#Reported")
    Representative = Iri("https://w3id.org/mahdar/ontology#Representative")
    Role = Iri("https://w3id.org/mahdar/ontology#Role")
    Rule = Iri("https://w3id.org/mahdar/ontology#Rule")
    Same = Iri("https://w3id.org/mahdar/ontology#Same")
    ScopeDifference = Iri("https://w3id.org/mahdar/ontology#ScopeDifference")
    SideMeeting = Iri("https://w3id.org/mahdar/ontology#SideMeeting")
    Speaker = Iri("https://w3id.org/mahdar/ontology#Speaker")
    Statement = Iri("https://w3id.org/mahdar/ontology#Statement")
    States = Iri("https://w3id.org/mahdar/ontology#States")
    StatesAndOrganizations = Iri("https://w3id.org/mahdar/ontology#StatesAndOrganizations")
    Summit = Iri("https://w3id.org/mahdar/ontology#Summit")
    Tenure = Iri("https://w3id.org/mahdar/ontology#Tenure")
    TenureStatus = Iri("https://w3id.org/mahdar/ontology#TenureStatus")
    Undecided = Iri("https://w3id.org/mahdar/ontology#Undecided")
    UnitInterval = Iri("https://w3id.org/mahdar/ontology#UnitInterval")
    Update = Iri("https://w3id.org/mahdar/ontology#Update")
    Value = Iri("https://w3id.org/mahdar/ontology#Value")
    Verdict = Iri("https://w3id.org/mahdar/ontology#Verdict")
    Withdrawn = Iri("https://w3id.org/mahdar/ontology#Withdrawn")
    WorkingGroup = Iri("https://w3id.org/mahdar/ontology#WorkingGroup")
    about = Iri("https://w3id.org/mahdar/ontology#about")
    absentFrom = Iri("https://w3id.org/mahdar/ontology#absentFrom")
    actor = Iri("https://w3id.org/mahdar/ontology#actor")
    amount = Iri("https://w3id.org/mahdar/ontology#amount")
    announcedFor = Iri("https://w3id.org/mahdar/ontology#announcedFor")
    articleCount = Iri("https://w3id.org/mahdar/ontology#articleCount")
    articleName = Iri("https://w3id.org/mahdar/ontology#articleName")
    asOf = Iri("https://w3id.org/mahdar/ontology#asOf")
    attendance = Iri("https://w3id.org/mahdar/ontology#attendance")
    attended = Iri("https://w3id.org/mahdar/ontology#attended")
    authority = Iri("https://w3id.org/mahdar/ontology#authority")
    between = Iri("https://w3id.org/mahdar/ontology#between")
    blockingKey = Iri("https://w3id.org/mahdar/ontology#blockingKey")
    boilerplateSpan = Iri("https://w3id.org/mahdar/ontology#boilerplateSpan")
    claimedValue = Iri("https://w3id.org/mahdar/ontology#claimedValue")
    collective = Iri("https://w3id.org/mahdar/ontology#collective")
    comparator = Iri("https://w3id.org/mahdar/ontology#comparator")
    confidence = Iri("https://w3id.org/mahdar/ontology#confidence")
    contested = Iri("https://w3id.org/mahdar/ontology#contested")
    currency = Iri("https://w3id.org/mahdar/ontology#currency")
    dateBasis = Iri("https://w3id.org/mahdar/ontology#dateBasis")
    decidedBy = Iri("https://w3id.org/mahdar/ontology#decidedBy")
    denotes = Iri("https://w3id.org/mahdar/ontology#denotes")
    derivedBy = Iri("https://w3id.org/mahdar/ontology#derivedBy")
    earlier = Iri("https://w3id.org/mahdar/ontology#earlier")
    edition = Iri("https://w3id.org/mahdar/ontology#edition")
    evidence = Iri("https://w3id.org/mahdar/ontology#evidence")
    factObject = Iri("https://w3id.org/mahdar/ontology#factObject")
    factPredicate = Iri("https://w3id.org/mahdar/ontology#factPredicate")
    factSubject = Iri("https://w3id.org/mahdar/ontology#factSubject")
    feature = Iri("https://w3id.org/mahdar/ontology#feature")
    figureValue = Iri("https://w3id.org/mahdar/ontology#figureValue")
    figureWhat = Iri("https://w3id.org/mahdar/ontology#figureWhat")
    figureYear = Iri("https://w3id.org/mahdar/ontology#figureYear")
    firstIn = Iri("https://w3id.org/mahdar/ontology#firstIn")
    foremost = Iri("https://w3id.org/mahdar/ontology#foremost")
    foundingStatus = Iri("https://w3id.org/mahdar/ontology#foundingStatus")
    graphDigest = Iri("https://w3id.org/mahdar/ontology#graphDigest")
    hasProfile = Iri("https://w3id.org/mahdar/ontology#hasProfile")
    holdsPost = Iri("https://w3id.org/mahdar/ontology#holdsPost")
    hostCountry = Iri("https://w3id.org/mahdar/ontology#hostCountry")
    inPlaceOf = Iri("https://w3id.org/mahdar/ontology#inPlaceOf")
    independentOrigins = Iri("https://w3id.org/mahdar/ontology#independentOrigins")
    issuedBy = Iri("https://w3id.org/mahdar/ontology#issuedBy")
    judges = Iri("https://w3id.org/mahdar/ontology#judges")
    knownSince = Iri("https://w3id.org/mahdar/ontology#knownSince")
    later = Iri("https://w3id.org/mahdar/ontology#later")
    ledBy = Iri("https://w3id.org/mahdar/ontology#ledBy")
    mainMeeting = Iri("https://w3id.org/mahdar/ontology#mainMeeting")
    mayChange = Iri("https://w3id.org/mahdar/ontology#mayChange")
    meeting = Iri("https://w3id.org/mahdar/ontology#meeting")
    meetingKind = Iri("https://w3id.org/mahdar/ontology#meetingKind")
    member = Iri("https://w3id.org/mahdar/ontology#member")
    memberCount = Iri("https://w3id.org/mahdar/ontology#memberCount")
    memberOf = Iri("https://w3id.org/mahdar/ontology#memberOf")
    membershipRole = Iri("https://w3id.org/mahdar/ontology#membershipRole")
    membershipStatus = Iri("https://w3id.org/mahdar/ontology#membershipStatus")
    mentionedIn = Iri("https://w3id.org/mahdar/ontology#mentionedIn")
    method = Iri("https://w3id.org/mahdar/ontology#method")
    modality = Iri("https://w3id.org/mahdar/ontology#modality")
    notAfter = Iri("https://w3id.org/mahdar/ontology#notAfter")
    notBefore = Iri("https://w3id.org/mahdar/ontology#notBefore")
    ofCoalition = Iri("https://w3id.org/mahdar/ontology#ofCoalition")
    ofGroup = Iri("https://w3id.org/mahdar/ontology#ofGroup")
    ofKey = Iri("https://w3id.org/mahdar/ontology#ofKey")
    ofPredicate = Iri("https://w3id.org/mahdar/ontology#ofPredicate")
    ofSeries = Iri("https://w3id.org/mahdar/ontology#ofSeries")
    ofSubject = Iri("https://w3id.org/mahdar/ontology#ofSubject")
    ofTelling = Iri("https://w3id.org/mahdar/ontology#ofTelling")
    ofValue = Iri("https://w3id.org/mahdar/ontology#ofValue")
    originOf = Iri("https://w3id.org/mahdar/ontology#originOf")
    outdone = Iri("https://w3id.org/mahdar/ontology#outdone")
    outletCount = Iri("https://w3id.org/mahdar/ontology#outletCount")
    participant = Iri("https://w3id.org/mahdar/ontology#participant")
    person = Iri("https://w3id.org/mahdar/ontology#person")
    pledgePurpose = Iri("https://w3id.org/mahdar/ontology#pledgePurpose")
    pledgeStatus = Iri("https://w3id.org/mahdar/ontology#pledgeStatus")
    post = Iri("https://w3id.org/mahdar/ontology#post")
    postIn = Iri("https://w3id.org/mahdar/ontology#postIn")
    presence = Iri("https://w3id.org/mahdar/ontology#presence")
    previousEdition = Iri("https://w3id.org/mahdar/ontology#previousEdition")
    profileKey = Iri("https://w3id.org/mahdar/ontology#profileKey")
    profileOf = Iri("https://w3id.org/mahdar/ontology#profileOf")
    purpose = Iri("https://w3id.org/mahdar/ontology#purpose")
    reason = Iri("https://w3id.org/mahdar/ontology#reason")
    referentType = Iri("https://w3id.org/mahdar/ontology#referentType")
    replacedBy = Iri("https://w3id.org/mahdar/ontology#replacedBy")
    represents = Iri("https://w3id.org/mahdar/ontology#represents")
    role = Iri("https://w3id.org/mahdar/ontology#role")
    score = Iri("https://w3id.org/mahdar/ontology#score")
    sentence = Iri("https://w3id.org/mahdar/ontology#sentence")
    sideTopic = Iri("https://w3id.org/mahdar/ontology#sideTopic")
    since = Iri("https://w3id.org/mahdar/ontology#since")
    speaker = Iri("https://w3id.org/mahdar/ontology#speaker")
    standing = Iri("https://w3id.org/mahdar/ontology#standing")
    statedContent = Iri("https://w3id.org/mahdar/ontology#statedContent")
    supersedes = Iri("https://w3id.org/mahdar/ontology#supersedes")
    supportedBy = Iri("https://w3id.org/mahdar/ontology#supportedBy")
    surface = Iri("https://w3id.org/mahdar/ontology#surface")
    tenureStatus = Iri("https://w3id.org/mahdar/ontology#tenureStatus")
    text = Iri("https://w3id.org/mahdar/ontology#text")
    topicAbout = Iri("https://w3id.org/mahdar/ontology#topicAbout")
    topicActor = Iri("https://w3id.org/mahdar/ontology#topicActor")
    topicBody = Iri("https://w3id.org/mahdar/ontology#topicBody")
    topicCollective = Iri("https://w3id.org/mahdar/ontology#topicCollective")
    topicMainMeeting = Iri("https://w3id.org/mahdar/ontology#topicMainMeeting")
    topicMeeting = Iri("https://w3id.org/mahdar/ontology#topicMeeting")
    topicMember = Iri("https://w3id.org/mahdar/ontology#topicMember")
    topicParticipant = Iri("https://w3id.org/mahdar/ontology#topicParticipant")
    topicPerson = Iri("https://w3id.org/mahdar/ontology#topicPerson")
    topicPost = Iri("https://w3id.org/mahdar/ontology#topicPost")
    topicSpeaker = Iri("https://w3id.org/mahdar/ontology#topicSpeaker")
    unit = Iri("https://w3id.org/mahdar/ontology#unit")
    unitText = Iri("https://w3id.org/mahdar/ontology#unitText")
    until = Iri("https://w3id.org/mahdar/ontology#until")
    validFrom = Iri("https://w3id.org/mahdar/ontology#validFrom")
    validUntil = Iri("https://w3id.org/mahdar/ontology#validUntil")
    verdict = Iri("https://w3id.org/mahdar/ontology#verdict")
    weight = Iri("https://w3id.org/mahdar/ontology#weight")


class RDF:
    """`http://www.w3.org/1999/02/22-rdf-syntax-ns#`"""

    type = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    Statement = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement")
    subject = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
    predicate = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate")
    object = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#object")
    langString = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")


class RDFS:
    """`http://www.w3.org/2000/01/rdf-schema#`"""

    label = Iri("http://www.w3.org/2000/01/rdf-schema#label")
    comment = Iri("http://www.w3.org/2000/01/rdf-schema#comment")
    subClassOf = Iri("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    seeAlso = Iri("http://www.w3.org/2000/01/rdf-schema#seeAlso")


class XSD:
    """`http://www.w3.org/2001/XMLSchema#`"""

    string = Iri("http://www.w3.org/2001/XMLSchema#string")
    integer = Iri("http://www.w3.org/2001/XMLSchema#integer")
    decimal = Iri("http://www.w3.org/2001/XMLSchema#decimal")
    date = Iri("http://www.w3.org/2001/XMLSchema#date")
    gYear = Iri("http://www.w3.org/2001/XMLSchema#gYear")
    gYearMonth = Iri("http://www.w3.org/2001/XMLSchema#gYearMonth")
    boolean = Iri("http://www.w3.org/2001/XMLSchema#boolean")
    dateTime = Iri("http://www.w3.org/2001/XMLSchema#dateTime")
    anyURI = Iri("http://www.w3.org/2001/XMLSchema#anyURI")
    double = Iri("http://www.w3.org/2001/XMLSchema#double")
    nonNegativeInteger = Iri("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")


class OWL:
    """`http://www.w3.org/2002/07/owl#`"""

    Class = Iri("http://www.w3.org/2002/07/owl#Class")
    ObjectProperty = Iri("http://www.w3.org/2002/07/owl#ObjectProperty")
    DatatypeProperty = Iri("http://www.w3.org/2002/07/owl#DatatypeProperty")
    AnnotationProperty = Iri("http://www.w3.org/2002/07/owl#AnnotationProperty")
    NamedIndividual = Iri("http://www.w3.org/2002/07/owl#NamedIndividual")
    Ontology = Iri("http://www.w3.org/2002/07/owl#Ontology")
    sameAs = Iri("http://www.w3.org/2002/07/owl#sameAs")
    imports = Iri("http://www.w3.org/2002/07/owl#imports")
    Nothing = Iri("http://www.w3.org/2002/07/owl#Nothing")


class SKOS:
    """`http://www.w3.org/2004/02/skos/core#`"""

    altLabel = Iri("http://www.w3.org/2004/02/skos/core#altLabel")
    prefLabel = Iri("http://www.w3.org/2004/02/skos/core#prefLabel")
    hiddenLabel = Iri("http://www.w3.org/2004/02/skos/core#hiddenLabel")
    definition = Iri("http://www.w3.org/2004/02/skos/core#definition")
    example = Iri("http://www.w3.org/2004/02/skos/core#example")
    exactMatch = Iri("http://www.w3.org/2004/02/skos/core#exactMatch")
    closeMatch = Iri("http://www.w3.org/2004/02/skos/core#closeMatch")
    relatedMatch = Iri("http://www.w3.org/2004/02/skos/core#relatedMatch")
    broadMatch = Iri("http://www.w3.org/2004/02/skos/core#broadMatch")
    notation = Iri("http://www.w3.org/2004/02/skos/core#notation")
    Concept = Iri("http://www.w3.org/2004/02/skos/core#Concept")
    inScheme = Iri("http://www.w3.org/2004/02/skos/core#inScheme")


class DCT:
    """`http://purl.org/dc/terms/`"""

    identifier = Iri("http://purl.org/dc/terms/identifier")
    source = Iri("http://purl.org/dc/terms/source")
    conformsTo = Iri("http://purl.org/dc/terms/conformsTo")
    license = Iri("http://purl.org/dc/terms/license")
    isVersionOf = Iri("http://purl.org/dc/terms/isVersionOf")
    title = Iri("http://purl.org/dc/terms/title")
    description = Iri("http://purl.org/dc/terms/description")


class SCHEMA:
    """`https://schema.org/`"""

    NewsArticle = Iri("https://schema.org/NewsArticle")
    datePublished = Iri("https://schema.org/datePublished")
    inLanguage = Iri("https://schema.org/inLanguage")
    publisher = Iri("https://schema.org/publisher")
    url = Iri("https://schema.org/url")
    headline = Iri("https://schema.org/headline")
    name = Iri("https://schema.org/name")
    sameAs = Iri("https://schema.org/sameAs")
    location = Iri("https://schema.org/location")
    startDate = Iri("https://schema.org/startDate")
    endDate = Iri("https://schema.org/endDate")
    foundingDate = Iri("https://schema.org/foundingDate")
    superEvent = Iri("https://schema.org/superEvent")
    eventStatus = Iri("https://schema.org/eventStatus")
    EventStatusType = Iri("https://schema.org/EventStatusType")
    EventScheduled = Iri("https://schema.org/EventScheduled")
    EventPostponed = Iri("https://schema.org/EventPostponed")
    EventCancelled = Iri("https://schema.org/EventCancelled")


class PROV:
    """`http://www.w3.org/ns/prov#`"""

    Entity = Iri("http://www.w3.org/ns/prov#Entity")
    Activity = Iri("http://www.w3.org/ns/prov#Activity")
    Agent = Iri("http://www.w3.org/ns/prov#Agent")
    SoftwareAgent = Iri("http://www.w3.org/ns/prov#SoftwareAgent")
    wasDerivedFrom = Iri("http://www.w3.org/ns/prov#wasDerivedFrom")
    wasGeneratedBy = Iri("http://www.w3.org/ns/prov#wasGeneratedBy")
    wasAttributedTo = Iri("http://www.w3.org/ns/prov#wasAttributedTo")
    wasAssociatedWith = Iri("http://www.w3.org/ns/prov#wasAssociatedWith")
    used = Iri("http://www.w3.org/ns/prov#used")
    value = Iri("http://www.w3.org/ns/prov#value")
    generatedAtTime = Iri("http://www.w3.org/ns/prov#generatedAtTime")
    wasQuotedFrom = Iri("http://www.w3.org/ns/prov#wasQuotedFrom")


class OA:
    """`http://www.w3.org/ns/oa#`"""

    SpecificResource = Iri("http://www.w3.org/ns/oa#SpecificResource")
    hasSource = Iri("http://www.w3.org/ns/oa#hasSource")
    hasSelector = Iri("http://www.w3.org/ns/oa#hasSelector")
    TextPositionSelector = Iri("http://www.w3.org/ns/oa#TextPositionSelector")
    TextQuoteSelector = Iri("http://www.w3.org/ns/oa#TextQuoteSelector")
    start = Iri("http://www.w3.org/ns/oa#start")
    end = Iri("http://www.w3.org/ns/oa#end")
    exact = Iri("http://www.w3.org/ns/oa#exact")
    prefix = Iri("http://www.w3.org/ns/oa#prefix")
    suffix = Iri("http://www.w3.org/ns/oa#suffix")


class ORG:
    """`http://www.w3.org/ns/org#`"""

    Organization = Iri("http://www.w3.org/ns/org#Organization")
    OrganizationalCollaboration = Iri("http://www.w3.org/ns/org#OrganizationalCollaboration")
    Post = Iri("http://www.w3.org/ns/org#Post")
    Membership = Iri("http://www.w3.org/ns/org#Membership")
    member = Iri("http://www.w3.org/ns/org#member")
    organization = Iri("http://www.w3.org/ns/org#organization")
    post = Iri("http://www.w3.org/ns/org#post")
    postIn = Iri("http://www.w3.org/ns/org#postIn")
    holds = Iri("http://www.w3.org/ns/org#holds")
    memberOf = Iri("http://www.w3.org/ns/org#memberOf")


class TIME:
    """`http://www.w3.org/2006/time#`"""

    ProperInterval = Iri("http://www.w3.org/2006/time#ProperInterval")
    TemporalEntity = Iri("http://www.w3.org/2006/time#TemporalEntity")
    hasTime = Iri("http://www.w3.org/2006/time#hasTime")
    hasBeginning = Iri("http://www.w3.org/2006/time#hasBeginning")
    hasEnd = Iri("http://www.w3.org/2006/time#hasEnd")


class CITO:
    """`http://purl.org/spar/cito/`"""

    agreesWith = Iri("http://purl.org/spar/cito/agreesWith")
    disagreesWith = Iri("http://purl.org/spar/cito/disagreesWith")
    updates = Iri("http://purl.org/spar/cito/updates")
    citesAsEvidence = Iri("http://purl.org/spar/cito/citesAsEvidence")


class SH:
    """`http://www.w3.org/ns/shacl#`"""

    ValidationReport = Iri("http://www.w3.org/ns/shacl#ValidationReport")
    ValidationResult = Iri("http://www.w3.org/ns/shacl#ValidationResult")
    conforms = Iri("http://www.w3.org/ns/shacl#conforms")
    result = Iri("http://www.w3.org/ns/shacl#result")
    focusNode = Iri("http://www.w3.org/ns/shacl#focusNode")
    resultPath = Iri("http://www.w3.org/ns/shacl#resultPath")
    value = Iri("http://www.w3.org/ns/shacl#value")
    resultSeverity = Iri("http://www.w3.org/ns/shacl#resultSeverity")
    resultMessage = Iri("http://www.w3.org/ns/shacl#resultMessage")
    sourceConstraintComponent = Iri("http://www.w3.org/ns/shacl#sourceConstraintComponent")
    sourceShape = Iri("http://www.w3.org/ns/shacl#sourceShape")
    Violation = Iri("http://www.w3.org/ns/shacl#Violation")
    Warning = Iri("http://www.w3.org/ns/shacl#Warning")
    Info = Iri("http://www.w3.org/ns/shacl#Info")
    NodeShape = Iri("http://www.w3.org/ns/shacl#NodeShape")
    PropertyShape = Iri("http://www.w3.org/ns/shacl#PropertyShape")
    property = Iri("http://www.w3.org/ns/shacl#property")
    path = Iri("http://www.w3.org/ns/shacl#path")
    targetClass = Iri("http://www.w3.org/ns/shacl#targetClass")
    targetNode = Iri("http://www.w3.org/ns/shacl#targetNode")
    targetSubjectsOf = Iri("http://www.w3.org/ns/shacl#targetSubjectsOf")
    targetObjectsOf = Iri("http://www.w3.org/ns/shacl#targetObjectsOf")
    inversePath = Iri("http://www.w3.org/ns/shacl#inversePath")
    in_ = Iri("http://www.w3.org/ns/shacl#in")
    message = Iri("http://www.w3.org/ns/shacl#message")
    severity = Iri("http://www.w3.org/ns/shacl#severity")
    deactivated = Iri("http://www.w3.org/ns/shacl#deactivated")
    NodeConstraintComponent = Iri("http://www.w3.org/ns/shacl#NodeConstraintComponent")


class MSH:
    """`https://w3id.org/mahdar/shapes#`"""

    EvidenceRange = Iri("https://w3id.org/mahdar/shapes#EvidenceRange")
    EvidenceQuotation = Iri("https://w3id.org/mahdar/shapes#EvidenceQuotation")
    EvidenceBoilerplate = Iri("https://w3id.org/mahdar/shapes#EvidenceBoilerplate")
    ArticleDigest = Iri("https://w3id.org/mahdar/shapes#ArticleDigest")


class VOID:
    """`http://rdfs.org/ns/void#`"""

    Dataset = Iri("http://rdfs.org/ns/void#Dataset")
    triples = Iri("http://rdfs.org/ns/void#triples")
    inDataset = Iri("http://rdfs.org/ns/void#inDataset")
    sparqlEndpoint = Iri("http://rdfs.org/ns/void#sparqlEndpoint")


class DCAT:
    """`http://www.w3.org/ns/dcat#`"""

    Dataset = Iri("http://www.w3.org/ns/dcat#Dataset")
    Distribution = Iri("http://www.w3.org/ns/dcat#Distribution")
    distribution = Iri("http://www.w3.org/ns/dcat#distribution")
